import { z } from "zod";
import { etaMethod } from "../eta-method.ts";
import { pageLimit } from "../paging.ts";
import { optional } from "../scalars.ts";

export const listCandidatesQuery = z.object({
  limit: optional(pageLimit).describe("The best so many; 200 by default."),
});

export const candidate = z
  .object({
    responderId: z.int(),
    name: z.string(),
    callSign: z.string().nullable(),
    vehicle: z.string().nullable(),
    supplier: z.object({ id: z.int(), name: z.string() }),
    fit: z.boolean(),
    unfit: z.array(z.string()).describe("All that speaks against it."),
    etaSeconds: z.number().nullable(),
    etaMethod: etaMethod.nullable(),
    distanceMetres: z.number().nullable(),
    positionAgeSeconds: z.number().nullable(),
  })
  .meta({ id: "Candidate" });
export type WireCandidate = z.infer<typeof candidate>;

export const candidateList = z.object({ candidates: z.array(candidate) });
