// Written by `npm run gen` from the same operations as contract/openapi.yaml.
export interface AddRatingItem {
  /** The `id` that POST /ratings answered. Required. */
  readonly calloutRatingId?: number | undefined;
  /** Another name of calloutRatingId. */
  readonly ratingId?: number | undefined;
  readonly ratingItemDescription: string;
  /** A standard item from GET /rating-items, or an item of this rating to change. Absent: a new one of your own. */
  readonly ratingItemId?: number | undefined;
  /** What the item is called. */
  readonly ratingItem?: string | undefined;
  readonly sentiment?: "positive" | "negative" | "neutral" | undefined;
  readonly score?: number | undefined;
}

export interface CalloutEvent {
  readonly id: number;
  readonly calloutId: number;
  /** 1 COMMENT, 2 STATUS, 3 LOCATION, 4 DISPATCH, 5 SYSTEM. */
  readonly calloutEventTypeId: number;
  readonly event: {
    /** raised, offerAccepted, dispatchedByHand, arrived, moved, commented, cancelled, closed, … */
    readonly kind: string;
    /** What a comment came from. */
    readonly source: string | null;
    /** The text of a comment. */
    readonly message: string | null;
    readonly responderId: number | null;
    readonly responderName: string | null;
    readonly etaSeconds: number | null;
    readonly latitude: number | null;
    readonly longitude: number | null;
    readonly accuracy: number | null;
    readonly responseTypeId: number | null;
    readonly calloutClassificationId: number | null;
    readonly outcome: string | null;
  };
  /** What happened, in words. */
  readonly message: string;
  readonly createdBy: string;
  readonly integrationUserId: number | null;
  readonly createdAt: string;
  /** As createdAt: what has happened does not change. */
  readonly updatedAt: string;
  readonly calloutEventType: {
    readonly id: number;
    readonly value: string;
  };
  readonly calloutEventTags: readonly ({
    /** Its place in the text, from 1. */
    readonly id: number;
    readonly tag: string;
  })[];
  readonly integrationUser: {
    readonly id: number;
    readonly name: string;
  };
}

export interface CalloutEventCreated {
  readonly id: number;
  readonly calloutId: number;
  readonly message: string;
  readonly createdAt: string;
  readonly calloutEvent: CalloutEvent;
  readonly calloutEventTags: readonly ({
    /** Its place in the text, from 1. */
    readonly id: number;
    readonly tag: string;
  })[];
}

export interface CalloutMaps {
  /** A PNG; whoever has the address may fetch it. */
  readonly url: string;
  /** The same PNG in base64. */
  readonly image: string | null;
}

export interface CalloutMoved {
  readonly message: string;
}

export interface CalloutRated {
  readonly id: number;
  readonly calloutId: number;
  readonly rating: number;
  readonly message: string;
  readonly calloutRatingPostResult: {
    readonly id: number;
    readonly calloutId: number;
    readonly rating: number;
    readonly additionalDetails: string | null;
    readonly customerAllowedToBeContacted: boolean | null;
    readonly createdAt: string;
    readonly updatedAt: string;
  };
}

export interface CalloutRead {
  readonly id: number;
  readonly customerId: number;
  readonly predefinedLocationId: number | null;
  /** created, Responder Dispatched, Responder Arrived, Responder Completed, Responder Cancelled or closed. */
  readonly status: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly responseTypeId: number;
  readonly calloutClassificationId: number;
  readonly createdAt: string;
  /** The hosted tracking page: plain HTML, unguessable, works without JavaScript. */
  readonly url: string;
  readonly message: string;
  readonly callout: NestedCallout;
}

export interface CalloutTokenRequest {
  /** Whose callouts the token is for. */
  readonly customerId: number;
}

export interface CalloutWebhook {
  readonly message: "NEW_CALLOUT" | "RESPONDER_MANUALLY_DISPATCHED" | "RESPONDER_ACKNOWLEDGED_CALLOUT" | "RESPONDER_ACKNOWLEDGED_CALLOUT_WITH_ETA" | "RESPONDER_ARRIVED_ON_SCENE" | "RESPONDER_COMPLETED" | "RESPONDER_CANCELLED" | "CALLOUT_OWNED" | "CALLOUT_EVENTS_CHANGED" | "CALLOUT_SOFT_CANCELLED_BY_CUSTOMER" | "CALLOUT_NO_LONGER_REQUIRES_RESPONSE" | "CALLOUT_CLOSED";
  readonly callout: NestedCallout;
}

export interface CancelCallout {
  /** The last four digits of the customer's mobile. Absent: cancelled without a code. */
  readonly safeCode?: string | undefined;
}

export interface CancelSubscription {
  readonly reason?: string | undefined;
}

export interface CreateCallout {
  /** Whom it is for. Absent: the customer whom the token was made for; with a server token, your house account. */
  readonly customerId?: number | undefined;
  /** Id from GET /responseTypes. Required unless the tenant has a default. */
  readonly responseTypeId?: number | undefined;
  /** 1 REAL (default), 2 TEST, 3 UNVERIFIED. */
  readonly calloutClassificationId?: number | undefined;
  /** True: offered to the tenant's test supplier only. */
  readonly internalTest?: boolean | undefined;
  /** Where the person is: latitude and longitude, or one of your places. */
  readonly location?: {
    /** WGS 84 decimal degrees. */
    readonly latitude?: number | undefined;
    readonly longitude?: number | undefined;
    /** Metres. */
    readonly accuracy?: number | undefined;
    /** One of your fixed locations: the callout is where that is. */
    readonly predefinedLocationId?: number | undefined;
  } | undefined;
  /** Older form of location.latitude. */
  readonly latitude?: number | undefined;
  /** Older form of location.longitude. */
  readonly longitude?: number | undefined;
  /** Metres. */
  readonly accuracy?: number | undefined;
  /** One of your fixed locations: the callout is where that is. */
  readonly predefinedLocationId?: number | undefined;
}

export interface CreateCalloutEvent {
  /** What the words come from, in a word of yours. Required with `event`. */
  readonly source?: string | undefined;
  /** The text; an object with the text as its `message` is taken too. */
  readonly event?: string | undefined;
  /** Older name of `event`, without a source. */
  readonly message?: string | undefined;
}

export interface CreateCustomer {
  /** The person. The older shape has these members at top level. */
  readonly customer?: {
    /** First name. Required. */
    readonly name?: string | undefined;
    /** Required. */
    readonly surname?: string | undefined;
    /** International, or national in your default region; kept and answered as E.164. Unique among your customers. Required. */
    readonly mobile?: string | undefined;
    /** Older name of `name`. */
    readonly firstName?: string | undefined;
    /** Older name of `surname`. */
    readonly lastName?: string | undefined;
    /** Older name of `mobile`. */
    readonly mobileNumber?: string | undefined;
    /** Kept hashed, never shown. */
    readonly duressCode?: string | undefined;
    readonly email?: string | undefined;
    readonly gender?: string | undefined;
    /** YYYY-MM-DD, not after today. */
    readonly dateOfBirth?: string | undefined;
    /** Your own key for the person; kept and shown. */
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
  } | undefined;
  /** A subscription to begin with the customer. */
  readonly subscription?: {
    /** 1 SINGLE, 2 FAMILY, 3 WEB_SIGNUP_SINGLE, 4 WEB_SIGNUP_FAMILY. */
    readonly subscriptionTypeId: number;
    /** Valid from then on; now when absent. */
    readonly validFrom?: string | undefined;
    /** Valid until then, not included; a year after validFrom when absent. */
    readonly validTo?: string | undefined;
  } | undefined;
  /** A family subscription of yours that is to cover the customer. Not together with `subscription`. */
  readonly subscriptionId?: number | undefined;
  /** First name. Required. */
  readonly name?: string | undefined;
  /** Required. */
  readonly surname?: string | undefined;
  /** International, or national in your default region; kept and answered as E.164. Unique among your customers. Required. */
  readonly mobile?: string | undefined;
  /** Older name of `name`. */
  readonly firstName?: string | undefined;
  /** Older name of `surname`. */
  readonly lastName?: string | undefined;
  /** Older name of `mobile`. */
  readonly mobileNumber?: string | undefined;
  /** Kept hashed, never shown. */
  readonly duressCode?: string | undefined;
  readonly email?: string | undefined;
  readonly gender?: string | undefined;
  /** YYYY-MM-DD, not after today. */
  readonly dateOfBirth?: string | undefined;
  /** Your own key for the person; kept and shown. */
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

export interface CreateExceptionReason {
  /** Id from GET …/exceptionReasons. */
  readonly exceptionReasonId: number;
  readonly notes?: string | undefined;
}

export interface CreateFixedLocation {
  /** Your stable key for the place, unique among your live locations. */
  readonly externalReferenceId: string;
  readonly locationIdentifier?: string | undefined;
  /** Older name; sets locationIdentifier when that is absent. */
  readonly name?: string | undefined;
  /** Decimal degrees; text or number. */
  readonly latitude: string | number;
  readonly longitude: string | number;
  /** One of your customers. */
  readonly customerId?: number | undefined;
  /** 1 RESIDENTIAL, 2 OFFICE, 3 RETAIL, 4 INDUSTRIAL, 5 VEHICLE, 6 OTHER. */
  readonly calloutLocationTypeId?: number | undefined;
  readonly locationDescription?: string | undefined;
  readonly locationAdditionalInformation?: string | undefined;
  readonly formattedAddress?: string | undefined;
  /** Older name of formattedAddress. */
  readonly address?: string | undefined;
  /** what3words address. */
  readonly w3w?: string | undefined;
  /** Kept hashed, never shown. */
  readonly duressCode?: string | undefined;
}

export interface CreateLead {
  /** Best as +14155552671. Kept as it is written. */
  readonly mobileNumber: string;
  /** Whatever is known of the person; any members. */
  readonly customerData?: Readonly<Record<string, unknown>> | undefined;
  /** Older shape: becomes customerData.firstName. */
  readonly firstName?: string | undefined;
  /** Older shape: becomes customerData.lastName. */
  readonly lastName?: string | undefined;
  /** Older shape: becomes customerData.email. */
  readonly email?: string | undefined;
}

export interface CreateManagementSession {
  /** Absolute; any scheme but those that run something, such as javascript:. */
  readonly returnUrl: string;
  /** How the page writes dates. */
  readonly locale?: string | undefined;
  /** Taken, and of no effect yet. */
  readonly configuration?: Readonly<Record<string, unknown>> | undefined;
}

export interface CreateScheduledService {
  /** One of your customers; your house account stands for yourself. */
  readonly customerId: number;
  /** Required, but in the older shape. */
  readonly scheduledRequestConfig?: {
    readonly name: string;
    /** For the responder to read. */
    readonly specialInstructions?: string | undefined;
    readonly details?: {
      readonly numberOfGuards?: number | undefined;
      readonly armedPreference?: boolean | string | undefined;
      /** Whom the responder may call. */
      readonly contacts?: readonly ({
        readonly name?: string | undefined;
        readonly mobile?: string | undefined;
        /** Another name of mobile. */
        readonly mobileNumber?: string | undefined;
        readonly email?: string | undefined;
      })[] | undefined;
    } | undefined;
    /** First day, YYYY-MM-DD by the calendar of the place. */
    readonly dateFrom: string;
    /** Last day. A single service happens on dateFrom. */
    readonly dateTo: string;
    readonly repeatsConfig: {
      readonly type: "single" | "repeating";
      /** By the clock on the wall of the place, HH:mm. */
      readonly startTime: string;
      /** Somebody must be there within so many minutes of the start; else the visit is missed. */
      readonly windowMinutes: number;
      /** Required for repeating: at least one day. */
      readonly daysOfWeek?: readonly (string | number)[] | undefined;
      /** 2: every other week. 1 by default. */
      readonly intervalWeeks?: number | undefined;
      /** Of the IANA list. By default that of the coordinates, else your policy timeZone. */
      readonly timeZone?: string | undefined;
    };
  } | undefined;
  /** Where to. Required, but in the older shape; it may be empty: then the customer says where. */
  readonly initialLocation?: {
    /** Decimal degrees, -90 to 90. */
    readonly latitude?: number | undefined;
    /** Decimal degrees, -180 to 180. */
    readonly longitude?: number | undefined;
    readonly formattedAddress?: string | undefined;
  } | undefined;
  /** Older shape: when, instead of scheduledRequestConfig and initialLocation. */
  readonly scheduledAt?: string | undefined;
  /** Decimal degrees, -90 to 90. */
  readonly latitude?: number | undefined;
  /** Decimal degrees, -180 to 180. */
  readonly longitude?: number | undefined;
}

export interface CreateSignupSession {
  /** Absolute; any scheme but those that run something, such as javascript:. */
  readonly returnUrl: string;
  /** Stands in the form already. */
  readonly email?: string | undefined;
  /** Your key for the person; becomes their externalReferenceId. */
  readonly customerReferenceId?: string | undefined;
  /** A place to be registered with the person. */
  readonly siteDetails?: {
    readonly siteName: string;
    /** Your key for the place, as with a fixed location. */
    readonly siteReferenceId?: string | undefined;
    /** Asked for on the page when it is absent. */
    readonly formattedAddress?: string | undefined;
    /** Asked for on the page when it is absent. */
    readonly latitude?: string | number | undefined;
    readonly longitude?: string | number | undefined;
  } | undefined;
}

export interface CreateSubscription {
  /** Whom to subscribe. Required; with a customer token it is the token's. */
  readonly customerId?: number | undefined;
  /** 1 SINGLE, 2 FAMILY, 3 WEB_SIGNUP_SINGLE, 4 WEB_SIGNUP_FAMILY. Required. */
  readonly subscriptionTypeId?: number | undefined;
  /** With a customer token: the type, before the other. */
  readonly webSubscription?: number | undefined;
  /** Valid from then on; now when absent. */
  readonly validFrom?: string | undefined;
  /** Valid until then, not included; a year after validFrom when absent. */
  readonly validTo?: string | undefined;
  /** Whom it covers beside its customer: customers of yours, at most `maxDependants` of the type. */
  readonly dependantCustomerIds?: readonly (number)[] | undefined;
}

export interface Customer {
  readonly id: number;
  readonly customerSourceId: number;
  readonly name: string;
  readonly surname: string;
  /** E.164. Null for the house account alone. */
  readonly mobile: string | null;
  /** Older name of `name`. */
  readonly firstName: string;
  /** Older name of `surname`. */
  readonly lastName: string;
  /** Older name of `mobile`. */
  readonly mobileNumber: string | null;
  readonly email: string | null;
  readonly gender: string | null;
  /** YYYY-MM-DD. */
  readonly dateOfBirth: string | null;
  readonly externalReferenceId: string | null;
  readonly vehicleMake: string | null;
  readonly vehicleModel: string | null;
  readonly vehicleColour: string | null;
  readonly vehicleLicensePlate: string | null;
  readonly hasMedicalAid: boolean | null;
  readonly medicalAidScheme: string | null;
  readonly medicalAidNumber: string | null;
  readonly medicalAidPlan: string | null;
  readonly medicalConditions: string | null;
  readonly medications: string | null;
  readonly allergies: string | null;
  readonly bloodtype: string | null;
  readonly nextOfKinName: string | null;
  readonly nextOfKinNumber: string | null;
  readonly familyDoctorPhoneNumber: string | null;
  readonly medicalOther: string | null;
  readonly businessName: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface CustomerRead {
  readonly id: number;
  readonly customerSourceId: number;
  readonly name: string;
  readonly surname: string;
  /** E.164. Null for the house account alone. */
  readonly mobile: string | null;
  /** Older name of `name`. */
  readonly firstName: string;
  /** Older name of `surname`. */
  readonly lastName: string;
  /** Older name of `mobile`. */
  readonly mobileNumber: string | null;
  readonly email: string | null;
  readonly gender: string | null;
  /** YYYY-MM-DD. */
  readonly dateOfBirth: string | null;
  readonly externalReferenceId: string | null;
  readonly vehicleMake: string | null;
  readonly vehicleModel: string | null;
  readonly vehicleColour: string | null;
  readonly vehicleLicensePlate: string | null;
  readonly hasMedicalAid: boolean | null;
  readonly medicalAidScheme: string | null;
  readonly medicalAidNumber: string | null;
  readonly medicalAidPlan: string | null;
  readonly medicalConditions: string | null;
  readonly medications: string | null;
  readonly allergies: string | null;
  readonly bloodtype: string | null;
  readonly nextOfKinName: string | null;
  readonly nextOfKinNumber: string | null;
  readonly familyDoctorPhoneNumber: string | null;
  readonly medicalOther: string | null;
  readonly businessName: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly message: string;
  readonly customer: Customer;
}

export interface CustomerTokenRequest {
  /** Of a sign-up that is completed. */
  readonly signupSessionId: string;
}

export interface CustomerWebhook {
  readonly message: "CREATED_CUSTOMER" | "UPDATED_CUSTOMER" | "DELETED_CUSTOMER";
  readonly customer: Customer;
}

export interface Dependant {
  readonly id: number;
  readonly name: string;
  readonly surname: string;
  readonly mobile: string | null;
}

export interface Device {
  readonly id: number;
  readonly customerId: number;
  readonly customerSourceId: number;
  /** The same as deviceSerial. */
  readonly deviceId: string;
  readonly deviceSerial: string;
  readonly alias: string | null;
  readonly deviceTypeId: number;
  readonly firmwareVersion: string | null;
  readonly defaultLocation: {
    readonly latitude: number;
    readonly longitude: number;
    readonly accuracy: number | null;
  };
  readonly healthCheckLastReceivedDate: string | null;
  /** Percent. */
  readonly batteryLevel: number | null;
  readonly batteryLevelLastReceivedDate: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly message: string;
  readonly device: {
    readonly id: number;
    readonly customerId: number;
    readonly customerSourceId: number;
    /** The same as deviceSerial. */
    readonly deviceId: string;
    readonly deviceSerial: string;
    readonly alias: string | null;
    readonly deviceTypeId: number;
    readonly firmwareVersion: string | null;
    readonly defaultLocation: {
      readonly latitude: number;
      readonly longitude: number;
      readonly accuracy: number | null;
    };
    readonly healthCheckLastReceivedDate: string | null;
    /** Percent. */
    readonly batteryLevel: number | null;
    readonly batteryLevelLastReceivedDate: string | null;
    readonly createdAt: string;
    readonly updatedAt: string;
  };
}

export interface DeviceDeleted {
  readonly message: string;
}

export interface DeviceEvent {
  /** What the device calls itself: the serial it was registered with. */
  readonly device_id: string | number;
  /** The type it was registered with. */
  readonly device_type_id: number;
  /** 1 NEW_CALLOUT, 2 LOCATION_UPDATE, 3 CANCEL_CALLOUT, 4 BATTERY, 5 HEALTH_CHECK; others as the device type says. */
  readonly message_type?: number | string | undefined;
  /** `{latitude, longitude, accuracy?}`, decimal degrees and metres. */
  readonly location?: unknown | undefined;
  /** Percent. */
  readonly battery_level?: unknown | undefined;
  /** Two digits for each byte; the device type says what they mean. */
  readonly payload_hex?: string | undefined;
}

export interface DeviceEventProcessed {
  readonly message: string;
  /** What was sent. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly resolvedAuraEvent: {
    /** What the message meant; several are joined by commas. */
    readonly eventTypes: string;
    readonly eventResponse: {
      /** The callout that was raised, added to, moved or cancelled. */
      readonly calloutId?: number | undefined;
      /** As it was sent. */
      readonly deviceId: number | string;
    };
  };
}

export interface DeviceRequest {
  /** One of your customers, whom its alarms are raised for. */
  readonly customerId: number;
  /** What the device calls itself in its messages. Required. */
  readonly deviceSerial?: string | number | undefined;
  /** Another name of deviceSerial. */
  readonly deviceId?: string | number | undefined;
  /** Kept, not shown. */
  readonly deviceSupplier?: string | undefined;
  readonly deviceAlias?: string | undefined;
  /** 1 GENERIC when no type is given. */
  readonly deviceTypeId?: number | undefined;
  /** The type's name instead of its id. */
  readonly deviceType?: string | undefined;
  readonly firmwareVersion?: string | undefined;
  /** Where it is when an alarm does not say. */
  readonly defaultLocation?: {
    readonly latitude: number;
    readonly longitude: number;
    /** Metres. */
    readonly accuracy?: number | undefined;
  } | undefined;
}

export type DismissCallout = Readonly<Record<string, unknown>>;

export interface Error {
  /** What was wrong, where, and what was expected. */
  readonly message: string;
  readonly errors?: readonly ({
    readonly field: string;
    readonly message: string;
  })[] | undefined;
}

export interface ExceptionReason {
  readonly id: number;
  readonly reason: string;
}

export interface ExceptionReasonCreated {
  readonly id: number;
  readonly reason: string;
  readonly message: string;
  readonly createdExceptionReason: {
    readonly id: number;
    readonly calloutId: number;
    readonly exceptionReasonId: number;
    readonly notes: string | null;
    readonly createdAt: string;
  };
}

export interface FixedLocation {
  readonly id: number;
  readonly customerId: number | null;
  readonly customerSourceId: number;
  readonly externalReferenceId: string;
  readonly locationIdentifier: string;
  readonly locationDescription: string | null;
  readonly locationAdditionalInformation: string | null;
  readonly formattedAddress: string | null;
  readonly w3w: string | null;
  /** Decimal degrees, as they were sent. */
  readonly latitude: string;
  readonly longitude: string;
  readonly calloutLocationTypeId: number | null;
  readonly calloutLocationTypeValue: string | null;
  readonly calloutLocationTypeDescription: string | null;
  /** Never shown. */
  readonly duressCode: null;
  /** Null as long as the place was not checked against coverage areas. */
  readonly medicalCoverage: boolean | null;
  /** Null as long as the place was not checked against coverage areas. */
  readonly securityCoverage: boolean | null;
  /** When it was checked; null: not yet. */
  readonly inCoverageLastCheckedAt: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly "calloutLocationType.id": number | null;
  readonly "calloutLocationType.value": string | null;
  readonly "calloutLocationType.description": string | null;
  readonly "calloutLocationType.addressType": string | null;
  readonly "calloutLocationType.createdAt": string | null;
  readonly "calloutLocationType.updatedAt": string | null;
  /** Older name: locationDescription, else locationIdentifier. */
  readonly name: string;
  /** Older name of formattedAddress. */
  readonly address: string | null;
}

export interface FixedLocationImport {
  readonly importId: number;
  readonly state: "waiting" | "running" | "done" | "failed";
  /** Null as long as it is not finished. */
  readonly message: "PREDEFINED_LOCATIONS_SYNCED" | "PREDEFINED_LOCATIONS_SYNC_FAILED" | null;
  readonly dryRun: boolean;
  readonly source: string | null;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly deleted: number;
  /** The first hundred; the last says how many more there are. */
  readonly errors: readonly (ImportError)[];
  /** All of them. */
  readonly errorCount: number;
  /** Columns of the file that mean nothing here. */
  readonly ignoredColumns: readonly (string)[];
  readonly rowsRead: number;
  /** Of the file. */
  readonly bytes: number;
  readonly bytesRead: number;
  readonly callbackUrl: string;
  readonly callbackDeliveredAt: string | null;
  /** Why the callback was not delivered, so far. */
  readonly callbackFailure: string | null;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
}

export interface FlatCallout {
  readonly id: number;
  readonly customerId: number;
  readonly predefinedLocationId: number | null;
  /** created, Responder Dispatched, Responder Arrived, Responder Completed, Responder Cancelled or closed. */
  readonly status: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly responseTypeId: number;
  readonly calloutClassificationId: number;
  readonly createdAt: string;
  /** The hosted tracking page: plain HTML, unguessable, works without JavaScript. */
  readonly url: string;
}

export interface ImportError {
  /** As a spreadsheet counts: the header is 1. 0: no row of the file. */
  readonly row: number;
  readonly field: string;
  readonly message: string;
}

export interface IncidentInformation {
  readonly id: number;
  readonly calloutId: number;
  readonly predefinedLocationId: number | null;
  readonly typeOfEmergency: {
    readonly id: number;
    readonly description: string;
  };
  /** Spelt in lower case on the wire; deployed clients read it so. */
  readonly incidentcategory: {
    readonly id: number;
    readonly description: string;
  };
  readonly responseType: {
    readonly id: number;
    readonly value: string;
    readonly description: string;
  };
  readonly calloutClassification: {
    readonly id: number;
    readonly value: string;
  };
  readonly internalTest: boolean;
  readonly calloutCurrentLocation: {
    readonly latitude: string;
    readonly longitude: string;
    readonly accuracy: number | null;
    readonly formattedAddress: string;
    readonly updatedAt: string;
  };
  readonly responder: {
    readonly id: number;
    readonly name: string;
    readonly callSign: string | null;
    readonly vehicle: string | null;
    readonly latitude: number | null;
    readonly longitude: number | null;
    readonly positionAt: string | null;
  };
  readonly supplier: {
    readonly id: number;
    readonly name: string;
  };
  readonly etaSeconds: number | null;
  readonly dispatchedAt: string | null;
  readonly acknowledgedAt: string | null;
  readonly arrivedAt: string | null;
  readonly completedAt: string | null;
  readonly cancelledAt: string | null;
}

export interface JsonWebKeySet {
  readonly keys: readonly ({
    readonly kty: "OKP";
    readonly crv: "Ed25519";
    /** The public key, base64url. */
    readonly x: string;
    readonly kid: string;
    readonly alg: "EdDSA";
    readonly use: "sig";
  })[];
}

export interface Lead {
  readonly id: string;
  readonly mobileNumber: string;
  readonly customerSourceId: number;
  readonly status: "RECEIVED" | "PROCESSING" | "CONVERTED" | "FAILED";
  /** How it came in: API. */
  readonly source: string;
  readonly customerData: Readonly<Record<string, unknown>> | null;
  readonly processingStartedAt: string | null;
  readonly convertedAt: string | null;
  readonly failedAt: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** The same as id. */
  readonly leadId: string;
  readonly message: string;
}

export interface ManagementSession {
  /** The page to open; good for 30 minutes. */
  readonly url: string;
  readonly message: string;
}

export interface Message {
  readonly message: string;
}

export interface MoveCallout {
  /** WGS 84 decimal degrees. */
  readonly latitude: number;
  readonly longitude: number;
  /** Metres. */
  readonly accuracy?: number | undefined;
}

export interface NestedCallout {
  readonly id: number;
  readonly customerId: number;
  readonly predefinedLocationId: number | null;
  /** created, Responder Dispatched, Responder Arrived, Responder Completed, Responder Cancelled or closed. */
  readonly status: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly responseTypeId: number;
  readonly calloutClassificationId: number;
  readonly createdAt: string;
  /** The hosted tracking page: plain HTML, unguessable, works without JavaScript. */
  readonly url: string;
  readonly internalTest: boolean;
  readonly calloutClassification: {
    readonly id: number;
    readonly value: string;
  };
  readonly incidentInformation: readonly (IncidentInformation)[];
}

export interface RaiseFixedLocationCallout {
  /** Id from GET /responseTypes. Required unless the tenant has a default. */
  readonly responseTypeId?: number | undefined;
  /** 1 REAL (default), 2 TEST, 3 UNVERIFIED. */
  readonly calloutClassificationId?: number | undefined;
  /** True: offered to the tenant's test supplier only. */
  readonly internalTest?: boolean | undefined;
  /** Kept and echoed. */
  readonly installerIdentifier?: string | undefined;
}

export interface RaiseForCustomer {
  /** Id from GET /responseTypes. Required unless the tenant has a default. */
  readonly responseTypeId?: number | undefined;
  /** 1 REAL (default), 2 TEST, 3 UNVERIFIED. */
  readonly calloutClassificationId?: number | undefined;
  /** True: offered to the tenant's test supplier only. */
  readonly internalTest?: boolean | undefined;
  /** Where the person is: latitude and longitude, or one of your places. */
  readonly location?: {
    /** WGS 84 decimal degrees. */
    readonly latitude?: number | undefined;
    readonly longitude?: number | undefined;
    /** Metres. */
    readonly accuracy?: number | undefined;
    /** One of your fixed locations: the callout is where that is. */
    readonly predefinedLocationId?: number | undefined;
  } | undefined;
  /** Older form of location.latitude. */
  readonly latitude?: number | undefined;
  /** Older form of location.longitude. */
  readonly longitude?: number | undefined;
  /** Metres. */
  readonly accuracy?: number | undefined;
  /** One of your fixed locations: the callout is where that is. */
  readonly predefinedLocationId?: number | undefined;
}

export interface RaisedCallout {
  readonly id: number;
  readonly customerId: number;
  readonly predefinedLocationId: number | null;
  /** created, Responder Dispatched, Responder Arrived, Responder Completed, Responder Cancelled or closed. */
  readonly status: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly responseTypeId: number;
  readonly calloutClassificationId: number;
  readonly createdAt: string;
  /** The hosted tracking page: plain HTML, unguessable, works without JavaScript. */
  readonly url: string;
  readonly message: string;
  readonly installerIdentifier: string | null;
  readonly externalReferenceId: string;
  readonly callout: {
    readonly id: number;
    readonly customerId: number;
    readonly predefinedLocationId: number | null;
    /** created, Responder Dispatched, Responder Arrived, Responder Completed, Responder Cancelled or closed. */
    readonly status: string;
    readonly latitude: number | null;
    readonly longitude: number | null;
    readonly responseTypeId: number;
    readonly calloutClassificationId: number;
    readonly createdAt: string;
    /** The hosted tracking page: plain HTML, unguessable, works without JavaScript. */
    readonly url: string;
    readonly installerIdentifier: string | null;
    readonly externalReferenceId: string;
  };
}

export interface RateCallout {
  readonly calloutId: number;
  readonly rating: number;
  readonly additionalDetails?: string | undefined;
  /** Another name of additionalDetails. */
  readonly comment?: string | undefined;
  readonly customerAllowedToBeContacted?: boolean | undefined;
}

export interface RatingItem {
  readonly id: number;
  readonly ratingItem: string;
  readonly description: string;
}

export interface RatingItemAdded {
  readonly id: number;
  readonly ratingId: number;
  /** What names the item when it is changed: the standard item's id, or its own. */
  readonly ratingItemId: number;
  readonly score: number | null;
  readonly message: string;
  readonly calloutRatingItemResults: {
    readonly id: number;
    readonly ratingId: number;
    /** What names the item when it is changed: the standard item's id, or its own. */
    readonly ratingItemId: number;
    readonly score: number | null;
    readonly ratingItem: string | null;
    readonly ratingItemDescription: string;
    readonly sentiment: "positive" | "negative" | "neutral" | null;
    readonly createdAt: string;
    readonly updatedAt: string;
  };
}

export interface RegisterWebhook {
  /** https, reachable from the internet, without user name or password. */
  readonly url: string;
  readonly events: readonly (WebhookEvent)[];
  readonly method?: "webhook" | undefined;
  /** Sent with every delivery. Their values are secrets: GET does not show them. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** How deliveries are signed: v1 (HMAC-SHA256, the default), v1a (ed25519), or both. */
  readonly signatures?: readonly ("v1" | "v1a")[] | undefined;
}

export interface ReplayWebhooks {
  /** Events that happened then or later. */
  readonly from: string;
  /** Events that happened before. */
  readonly to: string;
  /** Only those; without it all that are not pending. */
  readonly state?: "delivered" | "dead" | "dropped" | undefined;
  readonly event?: "NEW_CALLOUT" | "RESPONDER_MANUALLY_DISPATCHED" | "RESPONDER_ACKNOWLEDGED_CALLOUT" | "RESPONDER_ACKNOWLEDGED_CALLOUT_WITH_ETA" | "RESPONDER_ARRIVED_ON_SCENE" | "RESPONDER_COMPLETED" | "RESPONDER_CANCELLED" | "CALLOUT_OWNED" | "CALLOUT_EVENTS_CHANGED" | "CALLOUT_SOFT_CANCELLED_BY_CUSTOMER" | "CALLOUT_NO_LONGER_REQUIRES_RESPONSE" | "CALLOUT_CLOSED" | "SUBSCRIPTION_CREATED" | "SUBSCRIPTION_UPDATED" | "SUBSCRIPTION_CANCELLED" | "SUBSCRIPTION_CANCELLED_FAILED" | "CREATED_CUSTOMER" | "UPDATED_CUSTOMER" | "DELETED_CUSTOMER" | "TEST" | undefined;
  readonly calloutId?: number | undefined;
  /** The nextCursor of the answer before. */
  readonly cursor?: string | undefined;
}

export interface ResolutionReport {
  readonly message: string;
  readonly calloutId: number;
  /** attended, falseAlarm, resolvedRemotely, cancelled, test or duplicate. */
  readonly outcome: string;
  readonly createdAt: string;
  /** When the first responder was sent. */
  readonly dispatchedAt: string | null;
  /** When the first responder was there. */
  readonly arrivedAt: string | null;
  readonly completedAt: string | null;
  readonly closedAt: string;
  /** From createdAt, as the others. */
  readonly secondsToDispatch: number | null;
  readonly secondsToArrival: number | null;
  /** To completedAt; where nobody had to complete anything, to closedAt. */
  readonly secondsToResolution: number;
  readonly responders: readonly ({
    readonly id: number;
    readonly name: string;
    readonly callSign: string | null;
    readonly vehicle: string | null;
    readonly supplier: {
      readonly id: number;
      readonly name: string;
    };
    readonly dispatchedAt: string;
    readonly arrivedAt: string | null;
    readonly completedAt: string | null;
    readonly cancelledAt: string | null;
  })[];
  readonly timeline: readonly ({
    /** Numbers that are missing are lines that only the control room reads. */
    readonly sequence: number;
    readonly createdAt: string;
    readonly createdBy: string;
    readonly message: string;
    /** SHA-256 over this line and the hash of the one before it, hexadecimal. */
    readonly hash: string;
  })[];
  readonly exceptionReasons: readonly ({
    readonly id: number;
    readonly exceptionReasonId: number;
    readonly reason: string;
    readonly notes: string | null;
    readonly createdAt: string;
  })[];
  readonly rating: {
    readonly id: number;
    readonly rating: number;
    readonly additionalDetails: string | null;
    readonly customerAllowedToBeContacted: boolean | null;
    readonly ratingItems: readonly (string)[];
  };
  readonly verification: {
    readonly algorithm: string;
    /** Of the newest line: it stands for the whole timeline. */
    readonly hash: string;
  };
}

export interface ResponseTypes {
  readonly message: string;
  readonly responseTypes: readonly ({
    readonly id: number;
    readonly value: string;
    readonly description: string;
    readonly enabledLocations: {
      readonly fixedLocation: boolean;
      readonly personalSafety: boolean;
    };
  })[];
}

export interface RotateWebhookSecret {
  /** For how long earlier keys sign too: a day (86400) unless given, a week at most. */
  readonly overlapSeconds?: number | undefined;
}

export interface ScheduledOccurrence {
  readonly id: number;
  readonly startsAt: string;
  /** By then somebody must be there. */
  readonly endsAt: string;
  readonly status: "planned" | "assigned" | "arrived" | "completed" | "missed";
  readonly responder: {
    readonly id: number;
    readonly name: string;
  };
  readonly arrivedAt: string | null;
  readonly completedAt: string | null;
  /** What the responder said on completing. */
  readonly notes: string | null;
}

export interface ScheduledRequest {
  readonly id: string;
  readonly customerId: number;
  readonly serviceType: "guarding" | "patrol" | "lockup" | "unlock" | "inspection" | "escort";
  readonly status: "scheduled" | "cancelled";
  readonly scheduledRequestConfig: {
    readonly name: string;
    readonly specialInstructions: string | null;
    readonly details: {
      readonly numberOfGuards: number | null;
      /** As it was sent. */
      readonly armedPreference: boolean | string | null;
      readonly contacts: readonly ({
        readonly name: string | null;
        readonly mobile: string | null;
        readonly email: string | null;
      })[];
    };
    readonly dateFrom: string;
    readonly dateTo: string;
    readonly repeatsConfig: {
      readonly type: "single" | "repeating";
      readonly startTime: string;
      readonly windowMinutes: number;
      readonly daysOfWeek: readonly ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[];
      readonly intervalWeeks: number;
      /** The one that counts, also when you named none. */
      readonly timeZone: string;
    };
  };
  readonly initialLocation: {
    readonly latitude: number | null;
    readonly longitude: number | null;
    readonly formattedAddress: string | null;
  };
  /** When the next one starts; null: none follows. */
  readonly nextOccurrence: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly cancelledAt: string | null;
}

export interface ScheduledRequestWithOccurrences {
  readonly id: string;
  readonly customerId: number;
  readonly serviceType: "guarding" | "patrol" | "lockup" | "unlock" | "inspection" | "escort";
  readonly status: "scheduled" | "cancelled";
  readonly scheduledRequestConfig: {
    readonly name: string;
    readonly specialInstructions: string | null;
    readonly details: {
      readonly numberOfGuards: number | null;
      /** As it was sent. */
      readonly armedPreference: boolean | string | null;
      readonly contacts: readonly ({
        readonly name: string | null;
        readonly mobile: string | null;
        readonly email: string | null;
      })[];
    };
    readonly dateFrom: string;
    readonly dateTo: string;
    readonly repeatsConfig: {
      readonly type: "single" | "repeating";
      readonly startTime: string;
      readonly windowMinutes: number;
      readonly daysOfWeek: readonly ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[];
      readonly intervalWeeks: number;
      /** The one that counts, also when you named none. */
      readonly timeZone: string;
    };
  };
  readonly initialLocation: {
    readonly latitude: number | null;
    readonly longitude: number | null;
    readonly formattedAddress: string | null;
  };
  /** When the next one starts; null: none follows. */
  readonly nextOccurrence: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly cancelledAt: string | null;
  /** All of the past and those of the next weeks, in their order; dropped ones are not among them. */
  readonly occurrences: readonly (ScheduledOccurrence)[];
}

export interface ScheduledServiceCreated {
  readonly id: string;
  readonly customerId: number;
  readonly serviceType: "guarding" | "patrol" | "lockup" | "unlock" | "inspection" | "escort";
  readonly status: "scheduled" | "cancelled";
  readonly scheduledRequestConfig: {
    readonly name: string;
    readonly specialInstructions: string | null;
    readonly details: {
      readonly numberOfGuards: number | null;
      /** As it was sent. */
      readonly armedPreference: boolean | string | null;
      readonly contacts: readonly ({
        readonly name: string | null;
        readonly mobile: string | null;
        readonly email: string | null;
      })[];
    };
    readonly dateFrom: string;
    readonly dateTo: string;
    readonly repeatsConfig: {
      readonly type: "single" | "repeating";
      readonly startTime: string;
      readonly windowMinutes: number;
      readonly daysOfWeek: readonly ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[];
      readonly intervalWeeks: number;
      /** The one that counts, also when you named none. */
      readonly timeZone: string;
    };
  };
  readonly initialLocation: {
    readonly latitude: number | null;
    readonly longitude: number | null;
    readonly formattedAddress: string | null;
  };
  /** When the next one starts; null: none follows. */
  readonly nextOccurrence: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly cancelledAt: string | null;
  readonly message: string;
  readonly scheduledRequest: ScheduledRequest;
}

export interface ScheduledServiceRead {
  readonly id: string;
  readonly customerId: number;
  readonly serviceType: "guarding" | "patrol" | "lockup" | "unlock" | "inspection" | "escort";
  readonly status: "scheduled" | "cancelled";
  readonly scheduledRequestConfig: {
    readonly name: string;
    readonly specialInstructions: string | null;
    readonly details: {
      readonly numberOfGuards: number | null;
      /** As it was sent. */
      readonly armedPreference: boolean | string | null;
      readonly contacts: readonly ({
        readonly name: string | null;
        readonly mobile: string | null;
        readonly email: string | null;
      })[];
    };
    readonly dateFrom: string;
    readonly dateTo: string;
    readonly repeatsConfig: {
      readonly type: "single" | "repeating";
      readonly startTime: string;
      readonly windowMinutes: number;
      readonly daysOfWeek: readonly ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[];
      readonly intervalWeeks: number;
      /** The one that counts, also when you named none. */
      readonly timeZone: string;
    };
  };
  readonly initialLocation: {
    readonly latitude: number | null;
    readonly longitude: number | null;
    readonly formattedAddress: string | null;
  };
  /** When the next one starts; null: none follows. */
  readonly nextOccurrence: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly cancelledAt: string | null;
  /** All of the past and those of the next weeks, in their order; dropped ones are not among them. */
  readonly occurrences: readonly (ScheduledOccurrence)[];
  readonly message: string;
  readonly scheduledRequest: ScheduledRequestWithOccurrences;
}

export interface SignupSession {
  readonly sessionId: string;
  /** The same as sessionId. */
  readonly id: string;
  readonly status: "pending_verification" | "completed" | "failed" | "cancelled";
  /** The page to open. Whoever has the address may sign up with it, once. */
  readonly url: string;
  /** The same as url: the page to open, not the address you sent. */
  readonly returnUrl: string;
  readonly customerId: number | null;
  /** The fixed location that was registered. */
  readonly siteId: number | null;
  readonly email: string | null;
  readonly customerReferenceId: string | null;
  /** What the page registers. */
  readonly flows: readonly ("customer" | "site")[];
  readonly siteDetails: {
    readonly siteName: string;
    readonly siteReferenceId: string | null;
    readonly formattedAddress: string | null;
    readonly latitude: string | null;
    readonly longitude: string | null;
  };
  /** Why it failed: expired, site_reference_taken. */
  readonly errorCode: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly expiresAt: string;
  readonly message: string;
}

export interface Subscription {
  readonly id: number;
  readonly customerId: number;
  readonly subscriptionTypeId: number;
  readonly validFrom: string;
  /** Not included. */
  readonly validTo: string;
  /** Spelt so on the wire. */
  readonly CancelledDate: string | null;
  /** Spelt so on the wire. */
  readonly CancelledReason: string | null;
  readonly dependantCustomerIds: readonly (number)[];
  /** The same people with their names. */
  readonly dependents: readonly (Dependant)[];
  /** Computed: active from validFrom to validTo unless cancelled. */
  readonly status: "active" | "pending" | "lapsed" | "cancelled";
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface SubscriptionCancelled {
  readonly message: string;
  /** Names this cancellation, the same however often it is asked for. */
  readonly subscriptionToken: string;
}

export interface SubscriptionRead {
  readonly id: number;
  readonly customerId: number;
  readonly subscriptionTypeId: number;
  readonly validFrom: string;
  /** Not included. */
  readonly validTo: string;
  /** Spelt so on the wire. */
  readonly CancelledDate: string | null;
  /** Spelt so on the wire. */
  readonly CancelledReason: string | null;
  readonly dependantCustomerIds: readonly (number)[];
  /** The same people with their names. */
  readonly dependents: readonly (Dependant)[];
  /** Computed: active from validFrom to validTo unless cancelled. */
  readonly status: "active" | "pending" | "lapsed" | "cancelled";
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly message: string;
  readonly subscription: Subscription;
}

export interface SubscriptionType {
  readonly id: number;
  readonly value: string;
  readonly description: string;
  /** How many it covers beside its customer. */
  readonly maxDependants: number;
}

export interface SubscriptionUpdated {
  readonly id: number;
  readonly customerId: number;
  readonly subscriptionTypeId: number;
  readonly validFrom: string;
  /** Not included. */
  readonly validTo: string;
  /** Spelt so on the wire. */
  readonly CancelledDate: string | null;
  /** Spelt so on the wire. */
  readonly CancelledReason: string | null;
  readonly dependantCustomerIds: readonly (number)[];
  /** The same people with their names. */
  readonly dependents: readonly (Dependant)[];
  /** Computed: active from validFrom to validTo unless cancelled. */
  readonly status: "active" | "pending" | "lapsed" | "cancelled";
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly message: string;
  /** One for each person it covers beside its customer. */
  readonly links: readonly ({
    readonly subscriptionId: number;
    readonly customerId: number;
  })[];
  readonly subscription: Subscription;
}

export interface SubscriptionWebhook {
  readonly message: "SUBSCRIPTION_CREATED" | "SUBSCRIPTION_UPDATED" | "SUBSCRIPTION_CANCELLED" | "SUBSCRIPTION_CANCELLED_FAILED";
  readonly subscription: Subscription;
}

export interface Token {
  /** A JWT with numeric exp in seconds. */
  readonly accessToken: string;
  readonly tokenType: "Bearer";
  /** Seconds. */
  readonly expiresIn: number;
  readonly access_token: string;
  readonly token_type: "Bearer";
  readonly expires_in: number;
}

export interface TokenForm {
  readonly grant_type: "client_credentials";
  readonly client_id?: string | undefined;
  readonly client_secret?: string | undefined;
}

export interface TokenRequest {
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface UpdateCustomer {
  /** The person. The older shape has these members at top level. */
  readonly customer?: {
    /** First name. Required. */
    readonly name?: string | undefined;
    /** Required. */
    readonly surname?: string | undefined;
    /** International, or national in your default region; kept and answered as E.164. Unique among your customers. Required. */
    readonly mobile?: string | undefined;
    /** Older name of `name`. */
    readonly firstName?: string | undefined;
    /** Older name of `surname`. */
    readonly lastName?: string | undefined;
    /** Older name of `mobile`. */
    readonly mobileNumber?: string | undefined;
    /** Kept hashed, never shown. */
    readonly duressCode?: string | undefined;
    readonly email?: string | undefined;
    readonly gender?: string | undefined;
    /** YYYY-MM-DD, not after today. */
    readonly dateOfBirth?: string | undefined;
    /** Your own key for the person; kept and shown. */
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
  } | undefined;
  /** First name. Required. */
  readonly name?: string | undefined;
  /** Required. */
  readonly surname?: string | undefined;
  /** International, or national in your default region; kept and answered as E.164. Unique among your customers. Required. */
  readonly mobile?: string | undefined;
  /** Older name of `name`. */
  readonly firstName?: string | undefined;
  /** Older name of `surname`. */
  readonly lastName?: string | undefined;
  /** Older name of `mobile`. */
  readonly mobileNumber?: string | undefined;
  /** Kept hashed, never shown. */
  readonly duressCode?: string | undefined;
  readonly email?: string | undefined;
  readonly gender?: string | undefined;
  /** YYYY-MM-DD, not after today. */
  readonly dateOfBirth?: string | undefined;
  /** Your own key for the person; kept and shown. */
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

export interface UpdateFixedLocation {
  /** Your stable key for the place, unique among your live locations. */
  readonly externalReferenceId?: string | undefined;
  readonly locationIdentifier?: string | undefined;
  /** Older name; sets locationIdentifier when that is absent. */
  readonly name?: string | undefined;
  readonly latitude?: string | number | undefined;
  readonly longitude?: string | number | undefined;
  /** One of your customers. */
  readonly customerId?: number | undefined;
  /** 1 RESIDENTIAL, 2 OFFICE, 3 RETAIL, 4 INDUSTRIAL, 5 VEHICLE, 6 OTHER. */
  readonly calloutLocationTypeId?: number | undefined;
  readonly locationDescription?: string | undefined;
  readonly locationAdditionalInformation?: string | undefined;
  readonly formattedAddress?: string | undefined;
  /** Older name of formattedAddress. */
  readonly address?: string | undefined;
  /** what3words address. */
  readonly w3w?: string | undefined;
  /** Kept hashed, never shown. */
  readonly duressCode?: string | undefined;
}

export interface UpdateSubscription {
  /** The new end, not included. */
  readonly validTo?: string | undefined;
  /** The whole set: who is not in it is covered no more. */
  readonly dependantCustomerIds?: readonly (number)[] | undefined;
}

export interface UploadAccepted {
  readonly message: string;
  readonly importId: number;
}

export interface UploadFixedLocations {
  /** CSV in UTF-8 with a header row of member names; 64 MiB at most. */
  readonly locations: string;
  /** https; hears what came of it. */
  readonly callbackUrl: string;
  readonly userEmail?: string | undefined;
  /** Between cells; a comma unless given. `\t` is a tab. */
  readonly delimiter?: string | undefined;
  /** Whatever you call where the file comes from; comes back in the callback. */
  readonly source?: string | undefined;
  /** `true`: tells what would change, and changes nothing. */
  readonly dryRun?: "0" | "1" | "true" | "false" | undefined;
}

export interface Webhook {
  readonly message: string;
  readonly notifier: {
    /** Values of headers are shown as •••. */
    readonly config: readonly ({
      readonly url: string;
      readonly events: readonly (string)[];
      readonly method: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly signatures: readonly ("v1" | "v1a")[];
    })[];
    /** `whpk_` and the ed25519 public key in base64: what receivers verify `v1a` signatures with. */
    readonly signingPublicKey: string;
    /** When the keys that count were made. */
    readonly signingKeysSince: string;
    /** Until when deliveries are signed with earlier keys too; null: with none any more. */
    readonly previousKeysUntil: string | null;
    readonly createdAt: string;
    readonly updatedAt: string;
  };
}

export interface WebhookDelivery {
  readonly id: number;
  /** The header of that name: the same over retries and replays. */
  readonly webhookId: string;
  readonly event: string;
  readonly calloutId: number | null;
  readonly customerId: number | null;
  readonly subscriptionId: number | null;
  /** The header webhook-sequence: counts up for each callout. */
  readonly sequence: number;
  /** pending: tried until it arrives; delivered; dead: given up after three days; dropped: its webhook was deleted. */
  readonly state: "pending" | "delivered" | "dead" | "dropped";
  /** When what it tells of happened. */
  readonly happenedAt: string;
  readonly attemptCount: number;
  readonly lastAttemptAt: string | null;
  /** Of the last answer; null when there was none. */
  readonly lastStatus: number | null;
  /** Why the last try failed; null when it did not. */
  readonly lastFailure: string | null;
  /** Null when it is not pending, and while it waits behind an earlier event of its callout. */
  readonly nextAttemptAt: string | null;
  /** When it arrived, was given up or was dropped. */
  readonly endedAt: string | null;
}

export interface WebhookDeliveryAnswer {
  readonly message: string;
  readonly delivery: WebhookDelivery;
}

export interface WebhookDeliveryRead {
  readonly id: number;
  /** The header of that name: the same over retries and replays. */
  readonly webhookId: string;
  readonly event: string;
  readonly calloutId: number | null;
  readonly customerId: number | null;
  readonly subscriptionId: number | null;
  /** The header webhook-sequence: counts up for each callout. */
  readonly sequence: number;
  /** pending: tried until it arrives; delivered; dead: given up after three days; dropped: its webhook was deleted. */
  readonly state: "pending" | "delivered" | "dead" | "dropped";
  /** When what it tells of happened. */
  readonly happenedAt: string;
  readonly attemptCount: number;
  readonly lastAttemptAt: string | null;
  /** Of the last answer; null when there was none. */
  readonly lastStatus: number | null;
  /** Why the last try failed; null when it did not. */
  readonly lastFailure: string | null;
  /** Null when it is not pending, and while it waits behind an earlier event of its callout. */
  readonly nextAttemptAt: string | null;
  /** When it arrived, was given up or was dropped. */
  readonly endedAt: string | null;
  readonly message: string;
  readonly delivery: WebhookDelivery;
  /** The newest first; the last hundred. */
  readonly attempts: readonly ({
    readonly number: number;
    readonly at: string;
    readonly milliseconds: number;
    readonly status: number | null;
    /** Null: delivered. status: answered, but not 2xx; redirect; timeout: no whole answer within 10 s; dns; connect; tls; closed-early; protocol: no HTTP; address-refused: where nobody may send us; unsendable. */
    readonly failure: string | null;
    /** In words, why it failed, and that the answer was longer than 64 KiB; null: nothing. */
    readonly reason: string | null;
    /** The first KiB. */
    readonly answer: string | null;
  })[];
}

export type WebhookEvent = "NEW_CALLOUT" | "RESPONDER_MANUALLY_DISPATCHED" | "RESPONDER_ACKNOWLEDGED_CALLOUT" | "RESPONDER_ACKNOWLEDGED_CALLOUT_WITH_ETA" | "RESPONDER_ARRIVED_ON_SCENE" | "RESPONDER_COMPLETED" | "RESPONDER_CANCELLED" | "CALLOUT_OWNED" | "CALLOUT_EVENTS_CHANGED" | "CALLOUT_SOFT_CANCELLED_BY_CUSTOMER" | "CALLOUT_NO_LONGER_REQUIRES_RESPONSE" | "CALLOUT_CLOSED" | "SUBSCRIPTION_CREATED" | "SUBSCRIPTION_UPDATED" | "SUBSCRIPTION_CANCELLED" | "SUBSCRIPTION_CANCELLED_FAILED" | "CREATED_CUSTOMER" | "UPDATED_CUSTOMER" | "DELETED_CUSTOMER";

export interface WebhookRegistered {
  readonly message: string;
  readonly notifier: {
    readonly config: readonly ({
      readonly url: string;
      readonly events: readonly (string)[];
      readonly method: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly signatures: readonly ("v1" | "v1a")[];
    })[];
    /** `whsec_` and the HMAC key in base64: what receivers verify `v1` signatures with. */
    readonly signingSecret: string;
    /** `whpk_` and the ed25519 public key in base64: what receivers verify `v1a` signatures with. */
    readonly signingPublicKey: string;
  };
}

export interface WebhookSecretRotated {
  readonly message: string;
  /** `whsec_` and the HMAC key in base64: what receivers verify `v1` signatures with. */
  readonly signingSecret: string;
  /** `whpk_` and the ed25519 public key in base64: what receivers verify `v1a` signatures with. */
  readonly signingPublicKey: string;
  /** Until when deliveries are signed with earlier keys too; null: with none any more. */
  readonly previousKeysUntil: string | null;
}

export interface WebhooksReplayed {
  readonly message: string;
  readonly replayed: number;
  /** At most 10,000 are replayed at once; with this as cursor the same request goes on. */
  readonly nextCursor: string | null;
}
