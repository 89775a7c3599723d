// The packages of the clients with a shipped driver, by the SDK name that the driver reports.

import type { Package } from '../files/release.js';

export const clientPackages: Readonly<Record<string, Package>> = {
  boto3: { registry: 'pypi', name: 'boto3' },
  'aws-cli': { registry: 'pypi', name: 'awscli' },
  '@aws-sdk/client-acm-pca': { registry: 'npm', name: '@aws-sdk/client-acm-pca' },
  'github.com/aws/aws-sdk-go-v2/service/acmpca': {
    registry: 'go',
    name: 'github.com/aws/aws-sdk-go-v2/service/acmpca',
  },
  'software.amazon.awssdk:acmpca': { registry: 'maven', name: 'software.amazon.awssdk:acmpca' },
};
