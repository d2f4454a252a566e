import { AppError, notFound } from "../errors.ts";

export function noSuchCustomer(id: number): AppError {
  return notFound(`Customer ${id}`);
}

/** @param holderId undefined when it was deleted in the meantime */
export function mobileTaken(mobile: string, holderId: number | undefined): AppError {
  const holder = holderId === undefined ? "Another customer of yours" : `Customer ${holderId}`;
  const message = `${holder} has the mobile ${mobile}. Change that customer, or delete it first.`;
  return new AppError("mobile-taken", message);
}

export function customerInUse(id: number, calloutId: number): AppError {
  const message = `Callout ${calloutId} of customer ${id} is active. Delete the customer when it is cancelled or closed.`;
  return new AppError("customer-in-use", message);
}

export function houseAccountStays(id: number): AppError {
  const message = `Customer ${id} is your house account, which stands for you: it can be read, and is not changed or deleted.`;
  return new AppError("house-account", message);
}
