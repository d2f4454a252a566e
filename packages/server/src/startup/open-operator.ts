import type { Policies } from "@tocsin/domain";
import { installation } from "../audit/index.ts";
import { type ChainReport, verifyCallout } from "../callouts/index.ts";
import { systemClock, systemRandom } from "../clock.ts";
import { type Config, decideConfig, readEnvironment } from "../config/index.ts";
import { DataFolderInUseError } from "../data-folder.ts";
import { findRunningPostgres } from "../db/embedded/find-running.ts";
import { createChangeSignal, type Database, openDatabase } from "../db/index.ts";
import { type DeviceType, listDeviceTypes, setDeviceType } from "../devices/index.ts";
import { type CalloutExplanation, explainCallout } from "../dispatch/index.ts";
import {
  type Operator as ControlRoomOperator,
  createOperator,
  listOperators,
  makePassword,
  type NewOperator,
  resetPassword,
} from "../operators/index.ts";
import { createOutbound, nothingAllowed } from "../outbound/index.ts";
import {
  type CreatedPartner,
  createPartner,
  type ListedPartner,
  listPartners,
  type NewPartner,
  type RotatedSecret,
  rotateSecret,
  setPolicy,
} from "../partners/index.ts";
import { createLog, type Log } from "../telemetry/log.ts";
import { createPhases } from "./phases.ts";
import { openStorage } from "./storage.ts";

/** What an operator may do with the data of a Tocsin, whether it runs or not. */
export interface Operator {
  /** Where a node on this configuration answers, or would. */
  readonly address: string;
  createPartner(partner: NewPartner): Promise<CreatedPartner>;
  listPartners(): Promise<ListedPartner[]>;
  rotateSecret(clientId: string, options?: { readonly revokeOld?: boolean }): Promise<RotatedSecret>;
  setPolicy(clientId: string, name: string, valueText: string): Promise<Policies>;
  /** A device type of the partner's own, by its name, from a template as it was read. */
  setDeviceType(clientId: string, name: string, template: unknown): Promise<DeviceType>;
  /** What the partner's devices may be. */
  listDeviceTypes(clientId: string): Promise<readonly DeviceType[]>;
  /** Somebody for the control room; without a password a safe one is made. */
  createOperator(operator: WithoutPassword): Promise<GivenPassword>;
  listOperators(): Promise<ControlRoomOperator[]>;
  /** A new first password, made. */
  resetPassword(username: string): Promise<GivenPassword>;
  /** Recomputes the timeline of a callout: a report for each partner that has one with this id. */
  verifyCallout(calloutId: number): Promise<ChainReport[]>;
  /** Why dispatch did what it did about a callout, ranked again from what is stored; for each partner that has one with this id. */
  explainCallout(calloutId: number): Promise<CalloutExplanation[]>;
  close(): Promise<void>;
}

/** Somebody for the control room, whose password may be made. */
export type WithoutPassword = Omit<NewOperator, "password"> & { readonly password?: string };

/** An operator with the first password: shown here and never again. */
export interface GivenPassword {
  readonly operator: ControlRoomOperator;
  readonly password: string;
}

interface OpenDatabase {
  readonly db: Database;
  /** Where the node answers that has the data folder; undefined when there is none. */
  readonly address?: string | undefined;
  close(): Promise<void>;
}

/**
 * Opens the data that the environment names: the database of DATABASE_URL, or that of the data folder. There it shares the
 * PostgreSQL of the Tocsin that runs on it, and where none runs it starts PostgreSQL until it is closed.
 * @throws ConfigError, or an Error that says why the database cannot be used
 */
export async function openOperator(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Operator> {
  const config = decideConfig(readEnvironment(environment), process.cwd());
  // what matters to a person at a terminal comes as an error of the command
  const log = createLog("error", process.stderr);
  const { db, address, close } = await openData(config, log);
  const changes = createChangeSignal(db, log);
  const clock = systemClock();
  // a command sends nothing anywhere
  const outbound = createOutbound({ allowed: nothingAllowed, clock });
  const capabilities = { db, clock, random: systemRandom, log, changes, outbound };
  return {
    address: config.publicUrl ?? address ?? `http://${config.host}:${config.port}`,
    createPartner: (partner) => createPartner(capabilities, partner),
    listPartners: () => listPartners(capabilities),
    rotateSecret: (clientId, options) => rotateSecret(capabilities, clientId, options),
    setPolicy: (clientId, name, valueText) => setPolicy(capabilities, clientId, name, valueText),
    setDeviceType: (clientId, name, template) => setDeviceType(capabilities, clientId, name, template),
    listDeviceTypes: (clientId) => listDeviceTypes(capabilities, clientId),
    async createOperator({ password = makePassword(systemRandom), ...operator }) {
      return {
        operator: await createOperator(capabilities, installation, { ...operator, password }),
        password,
      };
    },
    listOperators: () => listOperators(db),
    async resetPassword(username) {
      const password = makePassword(systemRandom);
      return { operator: await resetPassword(capabilities, installation, username, password), password };
    },
    verifyCallout: (calloutId) => verifyCallout(db, calloutId),
    explainCallout: (calloutId) => explainCallout(db, calloutId),
    close,
  };
}

async function openData(config: Config, log: Log): Promise<OpenDatabase> {
  const phases = createPhases(log, new AbortController().signal);
  try {
    const { db } = await openStorage(phases, config, log);
    return { db, close: () => phases.stop() };
  } catch (error) {
    if (!(error instanceof DataFolderInUseError)) throw error;
    const db = openDatabase(await findRunningPostgres(config.dataFolder), log, 1);
    return { db, address: error.holder?.address, close: () => db.close() };
  }
}
