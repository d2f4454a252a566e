// Written by `npm run gen` from the same operations as contract/openapi.yaml.
import type { AddRatingItem, CalloutEvent, CalloutEventCreated, CalloutMaps, CalloutMoved, CalloutRated, CalloutRead, CalloutTokenRequest, CancelCallout, CancelSubscription, CreateCallout, CreateCalloutEvent, CreateCustomer, CreateExceptionReason, CreateFixedLocation, CreateLead, CreateManagementSession, CreateScheduledService, CreateSignupSession, CreateSubscription, CustomerRead, CustomerTokenRequest, Device, DeviceDeleted, DeviceEvent, DeviceEventProcessed, DeviceRequest, DismissCallout, ExceptionReason, ExceptionReasonCreated, FixedLocation, FixedLocationImport, FlatCallout, JsonWebKeySet, Lead, ManagementSession, Message, MoveCallout, RaiseFixedLocationCallout, RaiseForCustomer, RaisedCallout, RateCallout, RatingItem, RatingItemAdded, RegisterWebhook, ReplayWebhooks, ResolutionReport, ResponseTypes, RotateWebhookSecret, ScheduledRequest, ScheduledServiceCreated, ScheduledServiceRead, SignupSession, Subscription, SubscriptionCancelled, SubscriptionRead, SubscriptionType, SubscriptionUpdated, Token, TokenRequest, UpdateCustomer, UpdateFixedLocation, UpdateSubscription, UploadAccepted, Webhook, WebhookDelivery, WebhookDeliveryAnswer, WebhookDeliveryRead, WebhookRegistered, WebhookSecretRotated, WebhooksReplayed } from "./schemas.gen.ts";
import type { Body, Nothing, RouteTable } from "../route.ts";

/** What each operation takes and answers. */
export interface Operations {
  /** Get an access token. Takes the pair as JSON, or as RFC 6749 client credentials: a form with `grant_type=client_credentials` and the pair in the form or in HTTP Basic. Use the token until shortly before it expires; a new one does not end the others. */
  createOauthToken: {
    readonly request: { readonly body: TokenRequest };
    readonly answer: { readonly status: 200; readonly body: Token };
  };
  /** Get a token for one customer's alarm button. For an app on the customer's telephone, which must not hold the partner's own token. It may create, list, read, move, cancel and rate that customer's callouts, and read and send their events; any other operation answers it 401. */
  createCalloutToken: {
    readonly request: { readonly body: CalloutTokenRequest };
    readonly answer: { readonly status: 200; readonly body: Token };
  };
  /** Get a token for a customer who signed up on our page. For an app on the customer's telephone. Beside what a callout token may, it may look after the customer's own subscription. Ask again when it expires: a sign-up that is completed stays so. */
  createCustomerToken: {
    readonly request: { readonly body: CustomerTokenRequest };
    readonly answer: { readonly status: 200; readonly body: Token };
  };
  /** Read the keys that access tokens are signed with. For those who verify a token themselves. On a `kid` that you do not know, read the keys again. */
  jwks: {
    readonly request: Nothing;
    readonly answer: { readonly status: 200; readonly body: JsonWebKeySet };
  };
  /** List response types. Those that are switched on for you. Their ids are what a callout is raised with. */
  listResponseTypes: {
    readonly request: Nothing;
    readonly answer: { readonly status: 200; readonly body: ResponseTypes };
  };
  /** List fixed locations. Ordered by id. Everything, unless `limit` is given: then a Link header with rel=next leads to the next page, as long as there is one. Pages stay right while locations are created and deleted. Send the ETag back as If-None-Match, and an unchanged list is answered 304. */
  listFixedLocations: {
    readonly request: {
      /** At most this many; more follow at the Link header's rel=next. */
      readonly limit?: number | undefined;
      /** From the Link header of the page before. */
      readonly cursor?: string | undefined;
      readonly externalReferenceId?: string | undefined;
      readonly customerId?: number | undefined;
      /** Created or changed at this instant or later. */
      readonly updatedSince?: string | undefined;
    };
    readonly answer: { readonly status: 200; readonly body: readonly (FixedLocation)[] } | { readonly status: 304; readonly body: undefined };
  };
  /** Create a fixed location */
  createFixedLocation: {
    readonly request: { readonly body: CreateFixedLocation };
    readonly answer: { readonly status: 201; readonly body: FixedLocation };
  };
  /** Get a fixed location */
  getFixedLocation: {
    readonly request: {
      readonly id: number;
    };
    readonly answer: { readonly status: 200; readonly body: FixedLocation };
  };
  /** Update a fixed location. A full replace: externalReferenceId, locationIdentifier, latitude and longitude are required, and every other member that is absent is cleared, duressCode too. A body with `name` and no `locationIdentifier` is the older shape: it sets locationIdentifier, clears locationDescription, and keeps every other absent member. */
  updateFixedLocation: {
    readonly request: {
      readonly id: number;
    } & { readonly body: UpdateFixedLocation };
    readonly answer: { readonly status: 200; readonly body: FixedLocation };
  };
  /** Delete a fixed location. It vanishes from lists and its reference becomes free; callouts keep it. Refused while a callout is active there. */
  deleteFixedLocation: {
    readonly request: {
      readonly id: number;
    };
    readonly answer: { readonly status: 200; readonly body: Message };
  };
  /** Get a fixed location by your reference. The reference is one path segment: percent-encode it, slashes too. */
  getFixedLocationByReference: {
    readonly request: {
      readonly externalReferenceId: string;
    };
    readonly answer: { readonly status: 200; readonly body: FixedLocation };
  };
  /** Raise a callout for a fixed location. 201 means: on disk, and acted on even if this process dies now. A raise for a place whose callout of the same response type is still running is added to that callout and answered 200. */
  createFixedLocationCallout: {
    readonly request: {
      readonly externalReferenceId: string;
    } & { readonly body?: RaiseFixedLocationCallout };
    readonly answer: { readonly status: 200; readonly body: RaisedCallout } | { readonly status: 201; readonly body: RaisedCallout };
  };
  /** Make your fixed locations what a CSV file says. A full sync, matched on externalReferenceId: places are created and changed, and those that are missing in the file are deleted; one bad row, and nothing is changed. 202: the file is kept, and is worked through soon. The callback is told the outcome; so is whoever asks for the import. */
  uploadFixedLocations: {
    readonly request: { readonly body: Body };
    readonly answer: { readonly status: 202; readonly body: UploadAccepted };
  };
  /** Read what became of a CSV file */
  getFixedLocationImport: {
    readonly request: {
      readonly importId: number;
    };
    readonly answer: { readonly status: 200; readonly body: FixedLocationImport };
  };
  /** Read your fixed locations as a CSV file. All of them, ordered by id, with the columns that an upload takes but for duressCode; sent back as it is, it changes nothing. UTF-8, commas, every text in quotation marks, rows end in CR LF (RFC 4180). Texts that look like formulas are left as they are: a spreadsheet may take them for such. */
  downloadFixedLocations: {
    readonly request: Nothing;
    readonly answer: { readonly status: 200; readonly body: string };
  };
  /** Raise a callout (older form). POST /customers/{customerId}/callouts with the customer in the body. Without one it is for the customer whom the token was made for; with a server token, for your house account, which needs no subscription. */
  createCallout: {
    readonly request: { readonly body: CreateCallout };
    readonly answer: { readonly status: 200; readonly body: CalloutRead } | { readonly status: 201; readonly body: CalloutRead };
  };
  /** List active callouts. Every callout of yours that is not cancelled and not closed, newest first. */
  listActiveCallouts: {
    readonly request: Nothing;
    readonly answer: { readonly status: 200; readonly body: readonly (FlatCallout)[] };
  };
  /** Read a callout. The flat callout at top level for older clients, the nested one under `callout` for newer. */
  getCallout: {
    readonly request: {
      readonly calloutId: number;
    };
    readonly answer: { readonly status: 200; readonly body: CalloutRead };
  };
  /** Update a callout's location. Where the person is now; a fixed location's callout can be moved too. Once the callout is closed nothing is changed, and the answer is 285 with the callout. */
  updateCalloutLocation: {
    readonly request: {
      readonly calloutId: number;
    } & { readonly body: MoveCallout };
    readonly answer: { readonly status: 200; readonly body: CalloutMoved } | { readonly status: 285; readonly body: CalloutRead };
  };
  /** Update a callout's location and read the callout. The same, answered with the callout as it is now: 200, or 285 once it is closed. */
  updateCalloutLocationAndReturn: {
    readonly request: {
      readonly calloutId: number;
    } & { readonly body: MoveCallout };
    readonly answer: { readonly status: 200; readonly body: CalloutRead } | { readonly status: 285; readonly body: CalloutRead };
  };
  /** List what happened to a callout. Oldest first: the raise, who was sent, arrived and completed, moves, comments, how it ended. Whom the search for a responder asked and the control room's alarms are not among it. A person's token reads of a cancelled callout what was until then, and what that person did since. */
  listCalloutEvents: {
    readonly request: {
      readonly calloutId: number;
    };
    readonly answer: { readonly status: 200; readonly body: readonly (CalloutEvent)[] };
  };
  /** Add a comment to a callout. Words for the control room and whoever is sent; welcome in every state, also after the close. Words that begin with @ are its tags. */
  createCalloutEvent: {
    readonly request: {
      readonly calloutId: number;
    } & { readonly body: CreateCalloutEvent };
    readonly answer: { readonly status: 201; readonly body: CalloutEventCreated };
  };
  /** List the reasons why a callout may have gone another way */
  listExceptionReasons: {
    readonly request: {
      readonly calloutId: number;
    };
    readonly answer: { readonly status: 200; readonly body: readonly (ExceptionReason)[] };
  };
  /** Say why a callout went another way. In every state, also after the close. The reason stands in the resolution report, and as a comment among the events. */
  createExceptionReason: {
    readonly request: {
      readonly calloutId: number;
    } & { readonly body: CreateExceptionReason };
    readonly answer: { readonly status: 201; readonly body: ExceptionReasonCreated };
  };
  /** Cancel a callout. Offers and responders are stood down at once. Without a code it is cancelled as it is; with the last four digits of the customer's mobile it is known to be the customer who cancels. Any other code tells that the customer is forced to: the answer is the same in every word, and help goes on. A callout that is cancelled already is answered unchanged. */
  cancelCallout: {
    readonly request: {
      readonly calloutId: number;
    } & { readonly body?: CancelCallout };
    readonly answer: { readonly status: 200; readonly body: CalloutRead };
  };
  /** Dismiss a callout. Cancels and closes it in one step, without a code. One that is cancelled already is closed. */
  dismissCallout: {
    readonly request: {
      readonly calloutId: number;
    } & { readonly body?: DismissCallout };
    readonly answer: { readonly status: 200; readonly body: CalloutRead };
  };
  /** Read the report of a callout that is over. Once the callout is closed: times, who went, what happened, and the hash that the timeline can be checked by. With `Accept: application/pdf` the same as a PDF. */
  getResolutionReport: {
    readonly request: {
      readonly calloutId: number;
    };
    readonly answer: { readonly status: 200; readonly body: ResolutionReport | Uint8Array };
  };
  /** Read the map of a callout that is over. Once the callout is closed: the address of a PNG with the place and the way of everybody who went, drawn without the internet. Whoever has the address may fetch it; nobody can guess it. */
  getCalloutMaps: {
    readonly request: {
      readonly calloutId: number;
      /** true: `image` has the picture too. */
      readonly inline?: "true" | "false" | undefined;
    };
    readonly answer: { readonly status: 200; readonly body: CalloutMaps };
  };
  /** Register a customer. A person who may raise callouts. `mobile` is kept as E.164 and unique among your customers; its last four digits are the safe code. With `subscription` the customer is subscribed in the same step, with `subscriptionId` covered by a family's subscription: both or neither happens. The older flat body is taken too. */
  createCustomer: {
    readonly request: { readonly body: CreateCustomer };
    readonly answer: { readonly status: 201; readonly body: CustomerRead };
  };
  /** Get a customer */
  getCustomer: {
    readonly request: {
      readonly id: number;
    };
    readonly answer: { readonly status: 200; readonly body: CustomerRead };
  };
  /** Update a customer. Only what is given changes: a member that is absent, null or, where it is optional, empty stays as it is. The older flat body is taken too. */
  updateCustomer: {
    readonly request: {
      readonly id: number;
    } & { readonly body: UpdateCustomer };
    readonly answer: { readonly status: 200; readonly body: CustomerRead };
  };
  /** Delete a customer. The customer is gone from every answer, and all at once: their subscriptions are cancelled, what is scheduled for them is called off, their devices and open pages go, their fixed locations become your own, their mobile becomes free. Callouts keep them. Refused while a callout of theirs is active. */
  deleteCustomer: {
    readonly request: {
      readonly id: number;
    };
    readonly answer: { readonly status: 200; readonly body: Message };
  };
  /** Raise a callout for a customer. 201 means: on disk, and acted on even if this process dies now. A person has one active callout: a raise while it runs is added to it and answered 200, until a responder has completed the work. Takes an active subscription. */
  createCustomerCallout: {
    readonly request: {
      readonly customerId: number;
    } & { readonly body: RaiseForCustomer };
    readonly answer: { readonly status: 200; readonly body: CalloutRead } | { readonly status: 201; readonly body: CalloutRead };
  };
  /** List a customer's active callouts. Newest first: those raised for the person, and those at places of theirs. None that is cancelled or closed. */
  listCustomerCallouts: {
    readonly request: {
      readonly customerId: number;
    };
    readonly answer: { readonly status: 200; readonly body: readonly (FlatCallout)[] };
  };
  /** List subscription types */
  listSubscriptionTypes: {
    readonly request: Nothing;
    readonly answer: { readonly status: 200; readonly body: readonly (SubscriptionType)[] };
  };
  /** Subscribe a customer. Who is subscribed may raise callouts. A family type covers dependants beside its customer. A customer has one active subscription at a time. With a customer token it is the token's customer who is subscribed, and `webSubscription` is taken as the type. */
  createSubscription: {
    readonly request: { readonly body: CreateSubscription };
    readonly answer: { readonly status: 201; readonly body: SubscriptionRead };
  };
  /** Get a subscription */
  getSubscription: {
    readonly request: {
      readonly id: number;
    };
    readonly answer: { readonly status: 200; readonly body: SubscriptionRead };
  };
  /** Change a subscription's end, or whom it covers. What is absent stays. `dependantCustomerIds` is the whole set; with a customer token nobody new can be in it. What was cancelled or has lapsed is not brought back: create a new subscription. */
  updateSubscription: {
    readonly request: {
      readonly id: number;
    } & { readonly body: UpdateSubscription };
    readonly answer: { readonly status: 200; readonly body: SubscriptionUpdated };
  };
  /** Cancel a subscription. From now on; for good. The body may be absent. Asked again, it is answered the same and nothing changes. One that has lapsed is refused, and the webhook SUBSCRIPTION_CANCELLED_FAILED says so too. */
  cancelSubscription: {
    readonly request: {
      readonly id: number;
    } & { readonly body?: CancelSubscription };
    readonly answer: { readonly status: 200; readonly body: SubscriptionCancelled };
  };
  /** List a customer's subscriptions. Their own, and those of others that cover them (`customerId` says whose); ended ones too, in order of their ids. At most 50 requests in 10 seconds: beyond that 429, and Retry-After says when to ask again. Webhooks tell of changes without asking. */
  listCustomerSubscriptions: {
    readonly request: {
      readonly id: number;
    };
    readonly answer: { readonly status: 200; readonly body: readonly (Subscription)[] };
  };
  /** Rate a callout. Once the callout is completed or closed. A callout has one rating: a second one replaces it and is answered 200. */
  createCalloutRating: {
    readonly request: { readonly body: RateCallout };
    readonly answer: { readonly status: 200; readonly body: CalloutRated } | { readonly status: 201; readonly body: CalloutRated };
  };
  /** List what a rating may praise or blame */
  listRatingItems: {
    readonly request: Nothing;
    readonly answer: { readonly status: 200; readonly body: readonly (RatingItem)[] };
  };
  /** Say what in particular was good or bad. Adds an item to a rating. A rating has each standard item once: sent again, or with the `ratingItemId` that an item of your own was answered with, it is changed and answered 200. */
  createRatingItem: {
    readonly request: { readonly body: AddRatingItem };
    readonly answer: { readonly status: 200; readonly body: RatingItemAdded } | { readonly status: 201; readonly body: RatingItemAdded };
  };
  /** Register your webhook. One for each tenant: registering again replaces it at once, what is pending goes to the new address, and the secret stays. The address must be https and lead to the internet; where a name leads is judged each time we connect. */
  registerWebhook: {
    readonly request: { readonly body: RegisterWebhook };
    readonly answer: { readonly status: 201; readonly body: WebhookRegistered };
  };
  /** Read your webhook. Without its secrets: values of headers are shown as `•••`, and the signing secret stands only in the answers that made it. */
  getWebhook: {
    readonly request: Nothing;
    readonly answer: { readonly status: 200; readonly body: Webhook };
  };
  /** End your webhook. Nothing is sent any more: what was still to be sent is dropped (it can be replayed to another webhook), and the keys are forgotten: registering again makes new ones. */
  deleteWebhook: {
    readonly request: Nothing;
    readonly answer: { readonly status: 200; readonly body: Message };
  };
  /** Change your webhook's signing keys. New keys for `v1` and `v1a`. Until `previousKeysUntil` deliveries carry signatures by the earlier keys too, so that a receiver which knows either accepts them. With `overlapSeconds` 0 earlier keys end at once: for a secret that leaked. At most three earlier keys are kept. */
  rotateWebhookSecret: {
    readonly request: { readonly body?: RotateWebhookSecret };
    readonly answer: { readonly status: 200; readonly body: WebhookSecretRotated };
  };
  /** Send a test event to your webhook. Its body is `{"message": "TEST", "test": {…}}`; it is signed, tried again and logged as every other. Read what came of it as a delivery. */
  testWebhook: {
    readonly request: Nothing;
    readonly answer: { readonly status: 201; readonly body: WebhookDeliveryAnswer };
  };
  /** List what your webhook was sent, the newest first. What is still to be sent too. A Link header with rel=next leads to the next page, as long as there is one. Kept for 30 days after a delivery arrived or was given up. */
  listWebhookDeliveries: {
    readonly request: {
      /** 100 by default. */
      readonly limit?: number | undefined;
      /** From the Link header of the page before. */
      readonly cursor?: string | undefined;
      /** pending: tried until it arrives; delivered; dead: given up after three days; dropped: its webhook was deleted. */
      readonly state?: "pending" | "delivered" | "dead" | "dropped" | undefined;
      readonly event?: "NEW_CALLOUT" | "RESPONDER_MANUALLY_DISPATCHED" | "RESPONDER_ACKNOWLEDGED_CALLOUT" | "RESPONDER_ACKNOWLEDGED_CALLOUT_WITH_ETA" | "RESPONDER_ARRIVED_ON_SCENE" | "RESPONDER_COMPLETED" | "RESPONDER_CANCELLED" | "CALLOUT_OWNED" | "CALLOUT_EVENTS_CHANGED" | "CALLOUT_SOFT_CANCELLED_BY_CUSTOMER" | "CALLOUT_NO_LONGER_REQUIRES_RESPONSE" | "CALLOUT_CLOSED" | "SUBSCRIPTION_CREATED" | "SUBSCRIPTION_UPDATED" | "SUBSCRIPTION_CANCELLED" | "SUBSCRIPTION_CANCELLED_FAILED" | "CREATED_CUSTOMER" | "UPDATED_CUSTOMER" | "DELETED_CUSTOMER" | "TEST" | undefined;
      readonly calloutId?: number | undefined;
      /** Events that happened then or later. */
      readonly from?: string | undefined;
      /** Events that happened before. */
      readonly to?: string | undefined;
    };
    readonly answer: { readonly status: 200; readonly body: readonly (WebhookDelivery)[] };
  };
  /** Read one delivery with its attempts */
  getWebhookDelivery: {
    readonly request: {
      readonly id: number;
    };
    readonly answer: { readonly status: 200; readonly body: WebhookDeliveryRead };
  };
  /** Send one delivery again. Whatever became of it, with the body, the webhook-id and the webhook-sequence it had, to the webhook as it is registered now. One that is pending is tried now. */
  replayWebhookDelivery: {
    readonly request: {
      readonly id: number;
    };
    readonly answer: { readonly status: 200; readonly body: WebhookDeliveryAnswer };
  };
  /** Send again what happened in a range of time. Dead letters, dropped and delivered ones, or those of one state alone; in order for each callout, with the webhook-id each had. What is pending is on its way already. */
  replayWebhooks: {
    readonly request: { readonly body: ReplayWebhooks };
    readonly answer: { readonly status: 200; readonly body: WebhooksReplayed };
  };
  /** Hand over somebody who may become a customer. The control room works leads and says how far each is. The same number sent twice is two leads; send an `Idempotency-Key` when you mean to try again. */
  createLead: {
    readonly request: { readonly body: CreateLead };
    readonly answer: { readonly status: 201; readonly body: Lead };
  };
  /** Read how far a lead is */
  getLead: {
    readonly request: {
      readonly leadId: string;
    };
    readonly answer: { readonly status: 200; readonly body: Lead };
  };
  /** Where help of a response type comes to, as KML. KML 2.2, a placemark for each polygon of the coverage areas, named after its area. A polygon across the antimeridian is cut there, and its placemark has the parts. No placemark at all: no area is drawn, and suppliers are asked everywhere. */
  getCoverage: {
    readonly request: {
      readonly responseTypeId: number;
    };
    readonly answer: { readonly status: 200; readonly body: string };
  };
  /** Schedule a service, once or repeating. Times are by the clock on the wall of the place and keep to it across daylight saving; one that a change of the clock skips begins right after it. The first occurrence must be at least five minutes ahead. */
  createScheduledService: {
    readonly request: {
      readonly serviceType: "guarding" | "patrol" | "lockup" | "unlock" | "inspection" | "escort";
    } & { readonly body: CreateScheduledService };
    readonly answer: { readonly status: 201; readonly body: ScheduledServiceCreated };
  };
  /** List scheduled services. In the order they were made, those called off included. Everything, unless `limit` is given: then a Link header with rel=next leads to the next page, as long as there is one. */
  listScheduledServices: {
    readonly request: {
      /** Of this customer alone. */
      readonly customerId?: number | undefined;
      /** At most this many; more follow at the Link header's rel=next. */
      readonly limit?: number | undefined;
      /** From the Link header of the page before. */
      readonly cursor?: string | undefined;
    };
    readonly answer: { readonly status: 200; readonly body: readonly (ScheduledRequest)[] };
  };
  /** Read a scheduled service, with its occurrences and what became of them */
  getScheduledService: {
    readonly request: {
      readonly scheduledRequestId: string;
    };
    readonly answer: { readonly status: 200; readonly body: ScheduledServiceRead };
  };
  /** Call a scheduled service off. Future occurrences are dropped and responders are not awaited any more; past ones are kept and can still be read. Called off already: 200, and nothing changes. */
  deleteScheduledService: {
    readonly request: {
      readonly scheduledRequestId: string;
    };
    readonly answer: { readonly status: 200; readonly body: Message };
  };
  /** Register a device of a customer. A button, tracker or panel whose messages come in at POST /deviceEvent. Its serial must be one that devices of its type have, and no other live device of yours may have it. */
  createDevice: {
    readonly request: { readonly body: DeviceRequest };
    readonly answer: { readonly status: 201; readonly body: Device };
  };
  /** Change the device of a serial. What is absent stays as it was. Given to another customer, a device forgets where it was and which alarm it may take back. */
  updateDevice: {
    readonly request: { readonly body: DeviceRequest };
    readonly answer: { readonly status: 200; readonly body: Device };
  };
  /** Take a device out of use. Its serial becomes free and its messages are answered 404; callouts that it raised go on. */
  deleteDevice: {
    readonly request: {
      /** The `deviceId` of an answer (its serial), or its `id`. */
      readonly deviceId: string;
    };
    readonly answer: { readonly status: 200; readonly body: DeviceDeleted };
  };
  /** Hand over what a device sent. An alarm is raised for the device's customer: where the message says, else where the device last was, else at its defaultLocation. One that can't be raised is never answered 200. What a device says of its place and battery is kept with whatever message it comes. */
  createDeviceEvent: {
    readonly request: { readonly body: DeviceEvent };
    readonly answer: { readonly status: 200; readonly body: DeviceEventProcessed };
  };
  /** Send a person to a page where they sign up. Open the `url` of the answer for the person. When they are done the page leads to your `returnUrl`, which keeps its own query, with `status`, `signupSessionId`, `customerId`, `siteId` and `error_code` behind it. */
  createSignupSession: {
    readonly request: { readonly body: CreateSignupSession };
    readonly answer: { readonly status: 201; readonly body: SignupSession };
  };
  /** Read what became of a sign-up. A sign-up that nobody finished within 24 hours is `failed`, with the `errorCode` expired. */
  getSignupSession: {
    readonly request: {
      readonly sessionId: string;
    };
    readonly answer: { readonly status: 200; readonly body: SignupSession };
  };
  /** Send a customer to a page where they look after their subscription. Takes the customer's own token: a server token is answered 400, since it is nobody's in particular. The page is open for 30 minutes to whoever has its address, and leads back to `returnUrl`. */
  createManagementSession: {
    readonly request: { readonly body: CreateManagementSession };
    readonly answer: { readonly status: 201; readonly body: ManagementSession };
  };
}

/** Where each operation goes. */
export const routes: RouteTable<Operations> = {
  createOauthToken: { method: "POST", path: "/panic-api/v2/oauth/token", query: [], open: true, keyed: false },
  createCalloutToken: { method: "POST", path: "/panic-api/v2/oauth/calloutToken", query: [], open: false, keyed: false },
  createCustomerToken: { method: "POST", path: "/panic-api/v2/oauth/customerToken", query: [], open: false, keyed: false },
  jwks: { method: "GET", path: "/.well-known/jwks.json", query: [], open: true, keyed: false },
  listResponseTypes: { method: "GET", path: "/panic-api/v2/responseTypes", query: [], open: false, keyed: false },
  listFixedLocations: { method: "GET", path: "/panic-api/v2/predefinedLocations", query: ["limit", "cursor", "externalReferenceId", "customerId", "updatedSince"], open: false, keyed: false },
  createFixedLocation: { method: "POST", path: "/panic-api/v2/predefinedLocations", query: [], open: false, keyed: true },
  getFixedLocation: { method: "GET", path: "/panic-api/v2/predefinedLocations/{id}", query: [], open: false, keyed: false },
  updateFixedLocation: { method: "PUT", path: "/panic-api/v2/predefinedLocations/{id}", query: [], open: false, keyed: false },
  deleteFixedLocation: { method: "DELETE", path: "/panic-api/v2/predefinedLocations/{id}", query: [], open: false, keyed: false },
  getFixedLocationByReference: { method: "GET", path: "/panic-api/v2/predefinedLocations/externalRef/{externalReferenceId}", query: [], open: false, keyed: false },
  createFixedLocationCallout: { method: "POST", path: "/panic-api/v2/predefinedLocations/externalRef/{externalReferenceId}/callouts", query: [], open: false, keyed: true },
  uploadFixedLocations: { method: "POST", path: "/v1/predefinedlocations/upload", query: [], open: false, keyed: true },
  getFixedLocationImport: { method: "GET", path: "/v1/predefinedlocations/imports/{importId}", query: [], open: false, keyed: false },
  downloadFixedLocations: { method: "GET", path: "/v1/predefinedlocations/download", query: [], open: false, keyed: false },
  createCallout: { method: "POST", path: "/panic-api/v2/callouts", query: [], open: false, keyed: true },
  listActiveCallouts: { method: "GET", path: "/panic-api/v2/callouts/activeCallouts", query: [], open: false, keyed: false },
  getCallout: { method: "GET", path: "/panic-api/v2/callouts/{calloutId}", query: [], open: false, keyed: false },
  updateCalloutLocation: { method: "POST", path: "/panic-api/v2/callouts/{calloutId}/location", query: [], open: false, keyed: true },
  updateCalloutLocationAndReturn: { method: "POST", path: "/panic-api/v2/callouts/{calloutId}/updateLocationAndReturnCallout", query: [], open: false, keyed: true },
  listCalloutEvents: { method: "GET", path: "/panic-api/v2/callouts/{calloutId}/events", query: [], open: false, keyed: false },
  createCalloutEvent: { method: "POST", path: "/panic-api/v2/callouts/{calloutId}/events", query: [], open: false, keyed: true },
  listExceptionReasons: { method: "GET", path: "/panic-api/v2/callouts/{calloutId}/exceptionReasons", query: [], open: false, keyed: false },
  createExceptionReason: { method: "POST", path: "/panic-api/v2/callouts/{calloutId}/exceptionReasons", query: [], open: false, keyed: true },
  cancelCallout: { method: "POST", path: "/panic-api/v2/callouts/{calloutId}/cancel", query: [], open: false, keyed: true },
  dismissCallout: { method: "POST", path: "/panic-api/v2/callouts/{calloutId}/dismiss", query: [], open: false, keyed: true },
  getResolutionReport: { method: "GET", path: "/panic-api/v2/callouts/{calloutId}/resolutionReport", query: [], open: false, keyed: false },
  getCalloutMaps: { method: "GET", path: "/panic-api/v2/callouts/{calloutId}/maps", query: ["inline"], open: false, keyed: false },
  createCustomer: { method: "POST", path: "/panic-api/v2/customers", query: [], open: false, keyed: true },
  getCustomer: { method: "GET", path: "/panic-api/v2/customers/{id}", query: [], open: false, keyed: false },
  updateCustomer: { method: "PUT", path: "/panic-api/v2/customers/{id}", query: [], open: false, keyed: false },
  deleteCustomer: { method: "POST", path: "/panic-api/v2/customers/{id}/delete", query: [], open: false, keyed: true },
  createCustomerCallout: { method: "POST", path: "/panic-api/v2/customers/{customerId}/callouts", query: [], open: false, keyed: true },
  listCustomerCallouts: { method: "GET", path: "/panic-api/v2/customers/{customerId}/callouts", query: [], open: false, keyed: false },
  listSubscriptionTypes: { method: "GET", path: "/panic-api/v2/subscriptions/subscriptionTypes", query: [], open: false, keyed: false },
  createSubscription: { method: "POST", path: "/panic-api/v2/subscriptions", query: [], open: false, keyed: true },
  getSubscription: { method: "GET", path: "/panic-api/v2/subscriptions/{id}", query: [], open: false, keyed: false },
  updateSubscription: { method: "PUT", path: "/panic-api/v2/subscriptions/{id}", query: [], open: false, keyed: false },
  cancelSubscription: { method: "DELETE", path: "/panic-api/v2/subscriptions/{id}", query: [], open: false, keyed: false },
  listCustomerSubscriptions: { method: "GET", path: "/panic-api/v2/customers/{id}/subscriptions", query: [], open: false, keyed: false },
  createCalloutRating: { method: "POST", path: "/panic-api/v2/ratings", query: [], open: false, keyed: true },
  listRatingItems: { method: "GET", path: "/panic-api/v2/rating-items", query: [], open: false, keyed: false },
  createRatingItem: { method: "POST", path: "/panic-api/v2/rating-items", query: [], open: false, keyed: true },
  registerWebhook: { method: "POST", path: "/panic-api/v2/notifiers/webhooks", query: [], open: false, keyed: true },
  getWebhook: { method: "GET", path: "/panic-api/v2/notifiers/webhooks", query: [], open: false, keyed: false },
  deleteWebhook: { method: "DELETE", path: "/panic-api/v2/notifiers/webhooks", query: [], open: false, keyed: false },
  rotateWebhookSecret: { method: "POST", path: "/panic-api/v2/notifiers/webhooks/secret/rotate", query: [], open: false, keyed: true },
  testWebhook: { method: "POST", path: "/panic-api/v2/notifiers/webhooks/test", query: [], open: false, keyed: true },
  listWebhookDeliveries: { method: "GET", path: "/panic-api/v2/notifiers/webhooks/deliveries", query: ["limit", "cursor", "state", "event", "calloutId", "from", "to"], open: false, keyed: false },
  getWebhookDelivery: { method: "GET", path: "/panic-api/v2/notifiers/webhooks/deliveries/{id}", query: [], open: false, keyed: false },
  replayWebhookDelivery: { method: "POST", path: "/panic-api/v2/notifiers/webhooks/deliveries/{id}/replay", query: [], open: false, keyed: true },
  replayWebhooks: { method: "POST", path: "/panic-api/v2/notifiers/webhooks/replay", query: [], open: false, keyed: true },
  createLead: { method: "POST", path: "/panic-api/v2/leads", query: [], open: false, keyed: true },
  getLead: { method: "GET", path: "/panic-api/v2/leads/{leadId}", query: [], open: false, keyed: false },
  getCoverage: { method: "GET", path: "/panic-api/v2/coverage/{responseTypeId}", query: [], open: false, keyed: false },
  createScheduledService: { method: "POST", path: "/panic-api/v2/scheduled/{serviceType}", query: [], open: false, keyed: true },
  listScheduledServices: { method: "GET", path: "/panic-api/v2/scheduled", query: ["customerId", "limit", "cursor"], open: false, keyed: false },
  getScheduledService: { method: "GET", path: "/panic-api/v2/scheduled/{scheduledRequestId}", query: [], open: false, keyed: false },
  deleteScheduledService: { method: "DELETE", path: "/panic-api/v2/scheduled/{scheduledRequestId}", query: [], open: false, keyed: false },
  createDevice: { method: "POST", path: "/panic-api/v2/devices", query: [], open: false, keyed: true },
  updateDevice: { method: "PUT", path: "/panic-api/v2/devices", query: [], open: false, keyed: false },
  deleteDevice: { method: "DELETE", path: "/panic-api/v2/devices/{deviceId}", query: [], open: false, keyed: false },
  createDeviceEvent: { method: "POST", path: "/panic-api/v2/deviceEvent", query: [], open: false, keyed: true },
  createSignupSession: { method: "POST", path: "/panic-api/v2/customer-signup/sessions", query: [], open: false, keyed: true },
  getSignupSession: { method: "GET", path: "/panic-api/v2/customer-signup/sessions/{sessionId}", query: [], open: false, keyed: false },
  createManagementSession: { method: "POST", path: "/panic-api/v2/subscription-management/sessions", query: [], open: false, keyed: true },
};
