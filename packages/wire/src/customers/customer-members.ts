import { z } from "zod";
import { emailAddress } from "../email-address.ts";
import { optional, requiredText, text } from "../scalars.ts";

const words = (maxLength: number) => optional(text(maxLength));

const dateOfBirth = z.iso.date({
  error: "must be a date that exists, written YYYY-MM-DD, such as 1990-12-31",
});

/** What is known of a person beside their name and number (panic-v2 §6); all of it may be absent. */
const detailMembers = {
  email: optional(emailAddress(254)),
  gender: words(64),
  dateOfBirth: optional(dateOfBirth).describe("YYYY-MM-DD, not after today."),
  externalReferenceId: words(128).describe("Your own key for the person; kept and shown."),
  vehicleMake: words(128),
  vehicleModel: words(128),
  vehicleColour: words(64),
  vehicleLicensePlate: words(32),
  hasMedicalAid: optional(z.boolean()),
  medicalAidScheme: words(128),
  medicalAidNumber: words(64),
  medicalAidPlan: words(128),
  medicalConditions: words(4096),
  medications: words(4096),
  allergies: words(4096),
  bloodtype: words(16),
  nextOfKinName: words(256),
  nextOfKinNumber: words(64),
  familyDoctorPhoneNumber: words(64),
  medicalOther: words(4096),
  businessName: words(256),
};

/** Required names are not merely absent when they are `""`: a person can't be left without one. */
const unlessNull = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === null ? undefined : value), schema.optional());

const nameMember = () => unlessNull(requiredText(128));
const mobileMember = () => unlessNull(requiredText(64));

const number =
  "International, or national in your default region; kept and answered as E.164. Unique among your customers.";

/** Every member of a person, newer and older names. Which of them must be there is for the requests to say. */
export const personMembers = {
  name: nameMember().describe("First name. Required."),
  surname: nameMember().describe("Required."),
  mobile: mobileMember().describe(`${number} Required.`),
  firstName: nameMember().describe("Older name of `name`."),
  lastName: nameMember().describe("Older name of `surname`."),
  mobileNumber: mobileMember().describe("Older name of `mobile`."),
  duressCode: words(64).describe("Kept hashed, never shown."),
  ...detailMembers,
};

/** Newer name → older name, of the members that a person must have. The newer wins. */
export const olderNames = { name: "firstName", surname: "lastName", mobile: "mobileNumber" } as const;
