# A root CA with its own certificate and a policy, as in the acceptance test of the AWS provider.

terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

variable "sid" {
  default = "1"
}

provider "aws" {
  region                      = "us-east-1"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
  skip_region_validation      = true

  endpoints {
    acmpca = "ENDPOINT"
  }
}

resource "aws_acmpca_certificate_authority" "example" {
  type                            = "ROOT"
  permanent_deletion_time_in_days = 7

  certificate_authority_configuration {
    key_algorithm     = "RSA_2048"
    signing_algorithm = "SHA256WITHRSA"

    subject {
      common_name = "terraform"
    }
  }
}

resource "aws_acmpca_certificate" "example" {
  certificate_authority_arn   = aws_acmpca_certificate_authority.example.arn
  certificate_signing_request = aws_acmpca_certificate_authority.example.certificate_signing_request
  signing_algorithm           = "SHA256WITHRSA"
  template_arn                = "arn:aws:acm-pca:::template/RootCACertificate/V1"

  validity {
    type  = "DAYS"
    value = 30
  }
}

resource "aws_acmpca_certificate_authority_certificate" "example" {
  certificate_authority_arn = aws_acmpca_certificate_authority.example.arn
  certificate               = aws_acmpca_certificate.example.certificate
}

locals {
  account = split(":", aws_acmpca_certificate_authority.example.arn)[4]
}

resource "aws_acmpca_policy" "example" {
  resource_arn = aws_acmpca_certificate_authority.example.arn

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = var.sid
        Effect    = "Allow"
        Principal = { AWS = local.account }
        Action = [
          "acm-pca:DescribeCertificateAuthority",
          "acm-pca:GetCertificate",
          "acm-pca:GetCertificateAuthorityCertificate",
          "acm-pca:ListPermissions",
          "acm-pca:ListTags",
        ]
        Resource = aws_acmpca_certificate_authority.example.arn
      },
      {
        Sid       = var.sid
        Effect    = "Allow"
        Principal = { AWS = local.account }
        Action    = ["acm-pca:IssueCertificate"]
        Resource  = aws_acmpca_certificate_authority.example.arn
        Condition = {
          StringEquals = { "acm-pca:TemplateArn" = "arn:aws:acm-pca:::template/EndEntityCertificate/V1" }
        }
      },
    ]
  })
}
