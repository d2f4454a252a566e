import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";
import {
  createPartner,
  createPartnerDirectory,
  createTokenService,
  listPartners,
  rotateSecret,
} from "./index.ts";

const system = useSystem();
const wrongPair = "There is no client with this clientId and clientSecret.";

function signIn(clientId: string, clientSecret: string): Promise<{ accessToken: string }> {
  return system.context.tokens.issue(clientId, clientSecret);
}

test("two secrets live at once; a third ends the oldest", async () => {
  const { clientSecret: first } = await createPartner(system.context, {
    clientId: "rotating",
    name: "Rotating",
  });
  const { clientSecret: second } = await rotateSecret(system.context, "rotating");
  await signIn("rotating", first);
  await signIn("rotating", second);
  const { clientSecret: third } = await rotateSecret(system.context, "rotating");
  await expect(signIn("rotating", first)).rejects.toThrow(wrongPair);
  await signIn("rotating", second);
  await signIn("rotating", third);
  const listed = (await listPartners(system.context)).find(({ clientId }) => clientId === "rotating");
  expect(listed?.liveSecrets).toBe(2);
});

test("a plain rotation leaves living tokens alone", async () => {
  const { clientSecret } = await createPartner(system.context, { clientId: "gapless", name: "Gapless" });
  const { accessToken } = await signIn("gapless", clientSecret);
  await rotateSecret(system.context, "gapless");
  await rotateSecret(system.context, "gapless");
  system.context.partners.forget();
  expect((await system.context.tokens.verify(accessToken)).partner.clientId).toBe("gapless");
});

test("revoking ends every older secret and every token, also on another node and also one already verified there", async () => {
  const { clientSecret: leaked } = await createPartner(system.context, { clientId: "leaky", name: "Leaky" });
  system.clock.advance({ milliseconds: 250 });
  const { accessToken } = await signIn("leaky", leaked);
  const partners = createPartnerDirectory(system.context);
  await partners.start();
  const otherNode = createTokenService(system.context, partners, system.context.settings);
  await otherNode.verify(accessToken);
  expect(otherNode.recall(accessToken)).toBeDefined();

  system.clock.advance({ milliseconds: 250 });
  const { clientSecret } = await rotateSecret(system.context, "leaky", { revokeOld: true });
  await expect.poll(() => otherNode.recall(accessToken), { interval: 1 }).toBeUndefined();
  await expect(otherNode.verify(accessToken)).rejects.toThrow("The access token was revoked.");
  await expect(signIn("leaky", leaked)).rejects.toThrow(wrongPair);

  const { accessToken: anew } = await signIn("leaky", clientSecret);
  expect((await otherNode.verify(anew)).partner.clientId).toBe("leaky");
  await partners.stop();
});

test("an unknown partner is named, with those there are", async () => {
  await expect(rotateSecret(system.context, "nobody")).rejects.toThrow(
    /^There is no partner "nobody". There are: acme, /,
  );
});
