// A pca-driver/1 driver of the AWS SDK for Go v2: reads calls as lines of JSON on stdin, makes them, answers on stdout.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"os"
	"reflect"
	"runtime"
	"runtime/debug"
	"sync"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/acmpca"
	"github.com/aws/aws-sdk-go-v2/service/acmpca/schemas"
	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"
	"github.com/aws/smithy-go/transport/http/protocol/awsjson"
	"github.com/aws/smithy-go/transport/http/protocol/rpcv2"
)

type settings struct {
	Endpoint    *string `json:"endpoint"`
	Region      string  `json:"region"`
	Credentials struct {
		AccessKeyID     string `json:"accessKeyId"`
		SecretAccessKey string `json:"secretAccessKey"`
		SessionToken    string `json:"sessionToken"`
	} `json:"credentials"`
	MaxAttempts *int    `json:"maxAttempts"`
	Protocol    *string `json:"protocol"`
	CheckInput  *bool   `json:"checkInput"`
}

type request struct {
	Type         string                     `json:"type"`
	ID           string                     `json:"id"`
	Operation    string                     `json:"operation"`
	Input        map[string]json.RawMessage `json:"input"`
	DeadlineMs   *int64                     `json:"deadlineMs"`
	UseFips      bool                       `json:"useFips"`
	UseDualStack bool                       `json:"useDualStack"`
	settings
}

type message map[string]any

const modulePath = "github.com/aws/aws-sdk-go-v2/service/acmpca"

var (
	answers     sync.Mutex
	clientsLock sync.Mutex
	clients     = map[string]*acmpca.Client{}
	cancels     sync.Map
)

func main() {
	lines := bufio.NewReader(os.Stdin)
	for {
		line, err := lines.ReadBytes('\n')
		if err != nil {
			return
		}
		var asked request
		if err := json.Unmarshal(line, &asked); err != nil {
			fmt.Fprintln(os.Stderr, "not a message:", err)
			os.Exit(1)
		}
		switch asked.Type {
		case "hello":
			say(hello())
		case "call":
			ctx, cancel := context.WithCancel(context.Background())
			cancels.Store(asked.ID, cancel)
			go func() {
				answer(asked, makeCall(ctx, asked))
				cancels.Delete(asked.ID)
				cancel()
			}()
		case "endpoint":
			answer(asked, computeEndpoint(asked))
		case "cancel":
			if cancel, found := cancels.Load(asked.ID); found {
				cancel.(context.CancelFunc)()
			}
		case "bye":
			return
		}
	}
}

func say(told message) {
	line, err := json.Marshal(told)
	if err != nil {
		panic(err)
	}
	answers.Lock()
	defer answers.Unlock()
	os.Stdout.Write(append(line, '\n'))
}

func answer(asked request, told message) {
	told["id"] = asked.ID
	say(told)
}

func hello() message {
	version := "unknown"
	if build, found := debug.ReadBuildInfo(); found {
		for _, module := range build.Deps {
			if module.Path == modulePath {
				version = module.Version
			}
		}
	}
	return message{
		"type":         "hello",
		"protocol":     "pca-driver/1",
		"language":     runtime.Version(),
		"sdk":          message{"name": modulePath, "version": version},
		"capabilities": []string{"concurrency", "cancel", "deadline", "max-attempts", "session-token", "endpoints", "unchecked-input"},
		"protocols":    []string{"json", "cbor"},
	}
}

// One client for all calls that have the same settings.
func clientFor(ctx context.Context, given settings) (*acmpca.Client, error) {
	key, err := json.Marshal(given)
	if err != nil {
		return nil, err
	}
	clientsLock.Lock()
	defer clientsLock.Unlock()
	if client, found := clients[string(key)]; found {
		return client, nil
	}
	keys := given.Credentials
	options := []func(*config.LoadOptions) error{
		config.WithRegion(given.Region),
		config.WithCredentialsProvider(
			credentials.NewStaticCredentialsProvider(keys.AccessKeyID, keys.SecretAccessKey, keys.SessionToken)),
	}
	if given.MaxAttempts != nil {
		options = append(options, config.WithRetryMaxAttempts(*given.MaxAttempts))
	}
	configuration, err := config.LoadDefaultConfig(ctx, options...)
	if err != nil {
		return nil, err
	}
	client := acmpca.NewFromConfig(configuration, func(options *acmpca.Options) {
		// Without either the SDK chooses.
		switch {
		case given.Protocol == nil:
		case *given.Protocol == "json":
			options.Protocol = awsjson.New11(schemas.ACMPrivateCA)
		case *given.Protocol == "cbor":
			options.Protocol = rpcv2.NewCBOR(schemas.ACMPrivateCA)
		}
		if given.Endpoint != nil {
			options.BaseEndpoint = given.Endpoint
		}
		if given.CheckInput != nil && !*given.CheckInput {
			options.APIOptions = append(options.APIOptions, sendUnchecked)
		}
	})
	clients[string(key)] = client
	return client, nil
}

// Lets the SDK send what lacks a member.
func sendUnchecked(stack *middleware.Stack) error {
	_, err := stack.Initialize.Remove("OperationInputValidation")
	return err
}

func makeCall(ctx context.Context, asked request) message {
	if asked.DeadlineMs != nil {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, time.Duration(*asked.DeadlineMs)*time.Millisecond)
		defer cancel()
	}
	members, reason := textsIn(asked)
	if reason != "" {
		return message{"type": "unsupported", "reason": reason}
	}
	client, err := clientFor(ctx, asked.settings)
	if err != nil {
		return message{"type": "driverError", "message": err.Error()}
	}
	output := message{}
	switch asked.Operation {
	case "PutPolicy":
		_, err = client.PutPolicy(ctx, &acmpca.PutPolicyInput{ResourceArn: members["ResourceArn"], Policy: members["Policy"]})
	case "GetPolicy":
		var got *acmpca.GetPolicyOutput
		got, err = client.GetPolicy(ctx, &acmpca.GetPolicyInput{ResourceArn: members["ResourceArn"]})
		if err == nil && got.Policy != nil {
			output["Policy"] = *got.Policy
		}
	case "DeletePolicy":
		_, err = client.DeletePolicy(ctx, &acmpca.DeletePolicyInput{ResourceArn: members["ResourceArn"]})
	}
	if err != nil {
		return errorMessage(ctx, err)
	}
	return message{"type": "ok", "output": output}
}

var membersOf = map[string][]string{
	"PutPolicy":    {"ResourceArn", "Policy"},
	"GetPolicy":    {"ResourceArn"},
	"DeletePolicy": {"ResourceArn"},
}

// The members of the input, each a text; else why the types of the SDK cannot hold them.
func textsIn(asked request) (map[string]*string, string) {
	known, found := membersOf[asked.Operation]
	if !found {
		return nil, "no operation " + asked.Operation
	}
	texts := map[string]*string{}
	for _, name := range known {
		raw, given := asked.Input[name]
		if !given {
			continue
		}
		var text *string
		if err := json.Unmarshal(raw, &text); err != nil || text == nil {
			return nil, name + " is a string in Go"
		}
		texts[name] = text
	}
	if len(texts) < len(asked.Input) {
		return nil, asked.Operation + " has a member that Go does not have"
	}
	return texts, ""
}

func errorMessage(ctx context.Context, err error) message {
	var apiError smithy.APIError
	if !errors.As(err, &apiError) {
		return message{"type": "transportError", "cause": causeOf(ctx, err), "message": err.Error()}
	}
	told := message{
		"type":      "serviceError",
		"code":      orNil(apiError.ErrorCode()),
		"className": reflect.Indirect(reflect.ValueOf(apiError)).Type().Name(),
		"message":   orNil(apiError.ErrorMessage()),
		"status":    nil,
		"requestId": nil,
		"retryable": nil,
	}
	var response *awshttp.ResponseError
	if errors.As(err, &response) {
		told["status"] = response.HTTPStatusCode()
		told["requestId"] = orNil(response.ServiceRequestID())
	}
	if said := retry.IsErrorRetryables(retry.DefaultRetryables).IsErrorRetryable(err); said != aws.UnknownTernary {
		told["retryable"] = said == aws.TrueTernary
	}
	return told
}

func orNil(text string) any {
	if text == "" {
		return nil
	}
	return text
}

func causeOf(ctx context.Context, err error) string {
	var (
		network         net.Error
		deserialization *smithy.DeserializationError
		response        *awshttp.ResponseError
		sending         interface{ ConnectionError() bool }
		invalid         smithy.InvalidParamsError
		serialization   *smithy.SerializationError
	)
	switch {
	case errors.Is(ctx.Err(), context.Canceled):
		return "cancelled"
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return "timeout"
	case errors.As(err, &invalid), errors.As(err, &serialization):
		return "request"
	case errors.As(err, &sending) && sending.ConnectionError():
		return "connection"
	case errors.As(err, &deserialization), errors.As(err, &response):
		return "answer"
	case errors.As(err, &network):
		if network.Timeout() {
			return "timeout"
		}
		return "connection"
	}
	return "other"
}

func computeEndpoint(asked request) message {
	endpoint, err := acmpca.NewDefaultEndpointResolverV2().ResolveEndpoint(context.Background(), acmpca.EndpointParameters{
		Region:       &asked.Region,
		UseFIPS:      &asked.UseFips,
		UseDualStack: &asked.UseDualStack,
	})
	if err != nil {
		return message{"type": "transportError", "cause": "request", "message": err.Error()}
	}
	return message{"type": "ok", "output": message{"url": endpoint.URI.String()}}
}
