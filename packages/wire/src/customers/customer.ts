import { z } from "zod";
import { instant, pathId } from "../scalars.ts";

export const customerParams = z.object({ id: pathId });

const words = z.string().nullable();

const customerMembers = {
  id: z.int(),
  customerSourceId: z.int(),
  name: z.string(),
  surname: z.string(),
  mobile: words.describe("E.164. Null for the house account alone."),
  firstName: z.string().describe("Older name of `name`."),
  lastName: z.string().describe("Older name of `surname`."),
  mobileNumber: words.describe("Older name of `mobile`."),
  email: words,
  gender: words,
  dateOfBirth: words.describe("YYYY-MM-DD."),
  externalReferenceId: words,
  vehicleMake: words,
  vehicleModel: words,
  vehicleColour: words,
  vehicleLicensePlate: words,
  hasMedicalAid: z.boolean().nullable(),
  medicalAidScheme: words,
  medicalAidNumber: words,
  medicalAidPlan: words,
  medicalConditions: words,
  medications: words,
  allergies: words,
  bloodtype: words,
  nextOfKinName: words,
  nextOfKinNumber: words,
  familyDoctorPhoneNumber: words,
  medicalOther: words,
  businessName: words,
  createdAt: instant,
  updatedAt: instant,
};

export const customer = z.object(customerMembers).meta({ id: "Customer" });
export type Customer = z.infer<typeof customer>;

/** 201 of POST /customers, 200 of GET and PUT: flat members beside the envelope, newer and older names. */
export const customerRead = z
  .object({ ...customerMembers, message: z.string(), customer })
  .meta({ id: "CustomerRead" });
