// Puts, gets and deletes a policy with the AWS SDK for Go, and prints what came of it.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/acmpca"
	"github.com/aws/aws-sdk-go-v2/service/acmpca/types"
)

func main() {
	endpoint, arn, policy := os.Args[1], os.Args[2], os.Args[3]
	client := acmpca.New(acmpca.Options{
		BaseEndpoint:     &endpoint,
		Region:           "us-east-1",
		Credentials:      credentials.NewStaticCredentialsProvider("AKIDEXAMPLE", "example", ""),
		RetryMaxAttempts: 1,
	})
	ctx := context.Background()

	_, err := client.PutPolicy(ctx, &acmpca.PutPolicyInput{ResourceArn: &arn, Policy: aws.String("no policy at all")})
	var invalid *types.InvalidPolicyException
	fmt.Println("refused", errors.As(err, &invalid))

	_, err = client.PutPolicy(ctx, &acmpca.PutPolicyInput{ResourceArn: &arn, Policy: &policy})
	fmt.Println("put", err)
	got, err := client.GetPolicy(ctx, &acmpca.GetPolicyInput{ResourceArn: &arn})
	fmt.Println("got", err, err == nil && *got.Policy == policy)
	_, err = client.DeletePolicy(ctx, &acmpca.DeletePolicyInput{ResourceArn: &arn})
	fmt.Println("deleted", err)
	_, err = client.GetPolicy(ctx, &acmpca.GetPolicyInput{ResourceArn: &arn})
	var missing *types.ResourceNotFoundException
	fmt.Println("missing", errors.As(err, &missing))
}
