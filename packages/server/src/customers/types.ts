/** What may be known of a person beside their name and number, by the contract's names; absent: not known. */
export interface CustomerDetails {
  readonly email?: string | undefined;
  readonly gender?: string | undefined;
  /** YYYY-MM-DD. */
  readonly dateOfBirth?: string | undefined;
  readonly externalReferenceId?: string | undefined;
  readonly vehicleMake?: string | undefined;
  readonly vehicleModel?: string | undefined;
  readonly vehicleColour?: string | undefined;
  readonly vehicleLicensePlate?: string | undefined;
  readonly hasMedicalAid?: boolean | undefined;
  readonly medicalAidScheme?: string | undefined;
  readonly medicalAidNumber?: string | undefined;
  readonly medicalAidPlan?: string | undefined;
  readonly medicalConditions?: string | undefined;
  readonly medications?: string | undefined;
  readonly allergies?: string | undefined;
  readonly bloodtype?: string | undefined;
  readonly nextOfKinName?: string | undefined;
  readonly nextOfKinNumber?: string | undefined;
  readonly familyDoctorPhoneNumber?: string | undefined;
  readonly medicalOther?: string | undefined;
  readonly businessName?: string | undefined;
}

/** A checked request of a new person. */
export interface NewPerson {
  readonly name: string;
  readonly surname: string;
  /** As it was sent; national numbers are of the tenant's default region. */
  readonly mobile: string;
  /** In the clear; kept hashed and never shown. */
  readonly duressCode?: string | undefined;
  readonly details: CustomerDetails;
}

export interface Customer {
  readonly customerSourceId: number;
  readonly id: number;
  /** It stands for the tenant itself. */
  readonly isHouseAccount: boolean;
  readonly name: string;
  readonly surname: string;
  /** E.164; null for the house account. */
  readonly mobile: string | null;
  readonly details: CustomerDetails;
  readonly createdAt: Temporal.Instant;
  readonly updatedAt: Temporal.Instant;
}

/** One of a tenant's customers. */
export interface CustomerKey {
  readonly customerSourceId: number;
  readonly id: number;
}
