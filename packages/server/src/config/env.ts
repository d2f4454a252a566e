/** Every variable this program reads. `config.ts` says what each means and what is right. */
export const variables = [
  "TOCSIN_HOST",
  "TOCSIN_PORT",
  "TOCSIN_DATA",
  "DATABASE_URL",
  "TOCSIN_PUBLIC_URL",
  "TOCSIN_DEMO",
  "TOCSIN_DEMO_SPEED",
  "TOCSIN_LOG_LEVEL",
  "TOCSIN_CORS_ORIGINS",
  "TOCSIN_OSRM_URL",
  "TOCSIN_VALHALLA_URL",
  "TOCSIN_OUTBOUND_ALLOW",
] as const;

export type Variable = (typeof variables)[number];

/** What the variables say, word for word. */
export type Environment = Readonly<Partial<Record<Variable, string>>>;

/** The one place that reads the environment. A blank variable counts as absent: `.env` files and Compose leave such ones. */
export function readEnvironment(
  source: Readonly<Record<string, string | undefined>> = process.env,
): Environment {
  const set = variables.flatMap((name) => {
    const text = source[name]?.trim();
    return text ? [[name, text] as const] : [];
  });
  return Object.fromEntries(set);
}
