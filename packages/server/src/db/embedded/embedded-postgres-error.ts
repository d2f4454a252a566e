/** PostgreSQL cannot be brought up here; the message says what was wrong, where, and what would be right. */
export class EmbeddedPostgresError extends Error {
  override readonly name = "EmbeddedPostgresError";
}
