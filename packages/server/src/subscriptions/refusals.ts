import type { SubscriptionStatus } from "@tocsin/domain";
import { AppError, notFound } from "../errors.ts";

export function noSuchSubscription(id: number): AppError {
  return notFound(`Subscription ${id}`);
}

export function alreadySubscribed(customerId: number, subscriptionId: number): AppError {
  const message = `Customer ${customerId} has an active subscription: ${subscriptionId}. Change it, or cancel it first.`;
  return new AppError("subscription-active", message);
}

export function windowsOverlap(customerId: number): AppError {
  const message = `Customer ${customerId} has another subscription that would be active at the same time. Choose another window, or cancel that one first.`;
  return new AppError("subscription-active", message);
}

export function subscriptionEnded(id: number, status: SubscriptionStatus): AppError {
  const message = `Subscription ${id} is ${status}, and what has ended stays as it is. Create a new one.`;
  return new AppError("subscription-ended", message);
}

export function subscriptionFull(id: number, most: number): AppError {
  const message = `Subscription ${id} covers at most ${most} dependants, and has no room for another.`;
  return new AppError("subscription-full", message);
}
