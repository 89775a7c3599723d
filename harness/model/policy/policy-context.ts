// The context in which a policy is judged: its CA, and the known grantees.

export interface PolicyContext {
  readonly authorityArn: string;
  readonly partition: string;
  /** The account that owns the CA. */
  readonly account: string;
}
