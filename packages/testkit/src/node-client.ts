/** Asks a node over HTTP: a POST when there is a body, else a GET. The path is that behind `/panic-api/v2`. */
export async function callNode(
  address: string,
  path: string,
  token?: string,
  body?: unknown,
): Promise<Response> {
  return fetch(`${address}/panic-api/v2${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** A token of the demo tenant. */
export async function signInToDemo(address: string): Promise<string> {
  const response = await callNode(address, "/oauth/token", undefined, {
    clientId: "demo",
    clientSecret: "demo-secret",
  });
  return ((await response.json()) as { accessToken: string }).accessToken;
}
