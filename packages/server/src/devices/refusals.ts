import { AppError, notFound } from "../errors.ts";

export function noSuchDevice(name: string): AppError {
  return notFound(`Device ${JSON.stringify(name)}`);
}

export function serialTaken(serial: string): AppError {
  const message = `Another device has the serial ${JSON.stringify(serial)}. Change that one with PUT, or delete it first.`;
  return new AppError("device-serial-taken", message);
}
