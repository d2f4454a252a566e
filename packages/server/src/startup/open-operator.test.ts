import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { useSystem } from "@tocsin/testkit";
import { expect, onTestFinished, test } from "vitest";
import { openOperator } from "./open-operator.ts";

const system = useSystem();

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "tocsin-operator-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

function databaseUrl(): string {
  const { server, database } = system;
  return `postgresql://${server.user}@${encodeURIComponent(server.host)}:${server.port}/${database}`;
}

test("with DATABASE_URL it works on that database, and no data folder is made", async () => {
  const folder = path.join(await temporaryFolder(), "data");
  const operator = await openOperator({ DATABASE_URL: databaseUrl(), TOCSIN_DATA: folder });
  const { clientSecret } = await operator.createPartner({ clientId: "from-outside", name: "Outside" });
  expect(operator.address).toBe("http://127.0.0.1:8080");
  await operator.close();
  expect((await system.context.tokens.issue("from-outside", clientSecret)).expiresIn).toBe(3600);
  await expect(rm(folder, { recursive: true })).rejects.toThrow("ENOENT");
});

test("on a data folder it starts PostgreSQL, shares it with whoever comes meanwhile, and leaves the data behind", async () => {
  const environment = {
    TOCSIN_DATA: await temporaryFolder(),
    TOCSIN_PUBLIC_URL: "https://callouts.example.com",
  };
  const first = await openOperator(environment);
  await first.createPartner({ clientId: "one", name: "One" });
  const second = await openOperator(environment);
  await second.createPartner({ clientId: "two", name: "Two" });
  expect((await first.listPartners()).map(({ clientId }) => clientId)).toEqual(["one", "two"]);
  expect(second.address).toBe("https://callouts.example.com");
  await second.close();
  expect(await first.listPartners()).toHaveLength(2);
  await first.close();

  const later = await openOperator(environment);
  expect((await later.listPartners()).map(({ clientId }) => clientId)).toEqual(["one", "two"]);
  await later.close();
});

test("a configuration that cannot be is refused before anything is opened", async () => {
  await expect(openOperator({ DATABASE_URL: "mysql://localhost/tocsin" })).rejects.toThrow("DATABASE_URL");
});
