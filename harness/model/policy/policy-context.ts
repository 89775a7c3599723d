// What a policy is judged against: the CA that it is put on.

export interface PolicyContext {
  readonly authorityArn: string;
  readonly partition: string;
  /** The account that owns the CA. */
  readonly account: string;
}
