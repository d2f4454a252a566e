import type { Customer as CustomerAnswer } from "@tocsin/wire";
import type { Customer } from "../../../customers/index.ts";
import { presentInstant } from "../callouts/present-instant.ts";

/** The customer of every answer and webhook (panic-v2 §6), the newer names and the older ones. A duress code is never among it. */
export function presentCustomer(customer: Customer): CustomerAnswer {
  const { id, customerSourceId, name, surname, mobile, createdAt, updatedAt } = customer;
  return {
    id,
    customerSourceId,
    name,
    surname,
    mobile,
    firstName: name,
    lastName: surname,
    mobileNumber: mobile,
    ...presentDetails(customer.details),
    createdAt: presentInstant(createdAt),
    updatedAt: presentInstant(updatedAt),
  };
}

/** Flat at top level for older clients, under `customer` for newer. */
export function presentCustomerRead(customer: Customer, message: string) {
  const presented = presentCustomer(customer);
  return { ...presented, message, customer: presented };
}

function presentDetails(details: Customer["details"]) {
  return {
    email: details.email ?? null,
    gender: details.gender ?? null,
    dateOfBirth: details.dateOfBirth ?? null,
    externalReferenceId: details.externalReferenceId ?? null,
    vehicleMake: details.vehicleMake ?? null,
    vehicleModel: details.vehicleModel ?? null,
    vehicleColour: details.vehicleColour ?? null,
    vehicleLicensePlate: details.vehicleLicensePlate ?? null,
    hasMedicalAid: details.hasMedicalAid ?? null,
    medicalAidScheme: details.medicalAidScheme ?? null,
    medicalAidNumber: details.medicalAidNumber ?? null,
    medicalAidPlan: details.medicalAidPlan ?? null,
    medicalConditions: details.medicalConditions ?? null,
    medications: details.medications ?? null,
    allergies: details.allergies ?? null,
    bloodtype: details.bloodtype ?? null,
    nextOfKinName: details.nextOfKinName ?? null,
    nextOfKinNumber: details.nextOfKinNumber ?? null,
    familyDoctorPhoneNumber: details.familyDoctorPhoneNumber ?? null,
    medicalOther: details.medicalOther ?? null,
    businessName: details.businessName ?? null,
  };
}
