import { z } from "zod";
import { pathId } from "./scalars.ts";

export const coverageParams = z.object({ responseTypeId: pathId });
