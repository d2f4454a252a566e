export interface RunningPostgres {
  readonly connection: { readonly host: string; readonly port: number; readonly user: string };
  stop(): Promise<void>;
}
