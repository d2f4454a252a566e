import { createClient } from "@tocsin/client";
import { type Button, createButton, type Position, type Shown, wordsFor } from "./button.ts";

/** The page's parts; they are all there from the start. */
function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no ${id}`);
  return found;
}

const status = part("status");
let button: Button | undefined;

part("sign-in").addEventListener("submit", (event) => {
  event.preventDefault();
  void signIn(new FormData(event.currentTarget as HTMLFormElement));
});
part("press").addEventListener("click", () => void act((at) => button?.press(at)));
part("cancel").addEventListener("submit", (event) => {
  event.preventDefault();
  const code = new FormData(event.currentTarget as HTMLFormElement).get("code");
  void act(() => button?.cancel(typeof code === "string" ? code : ""));
});

async function signIn(form: FormData): Promise<void> {
  const answer = await fetch("/session", { method: "POST", body: JSON.stringify(Object.fromEntries(form)) });
  const session = (await answer.json()) as {
    message?: string;
    customerId: number;
    accessToken: string;
    responseTypeId: number;
  };
  if (!answer.ok) {
    status.textContent = session.message ?? "";
    return;
  }
  const baseUrl = document.documentElement.dataset.tocsin ?? "";
  const client = createClient({ baseUrl, accessToken: session.accessToken });
  button = createButton(client, session.customerId, session.responseTypeId);
  part("sign-in").hidden = true;
  part("alarm").hidden = false;
  status.textContent = "";
}

/** Does it where the person is, and shows what came of it. */
async function act(work: (at: Position) => Promise<Shown> | undefined): Promise<void> {
  try {
    const shown = await work(await position());
    if (shown) show(shown);
  } catch (error) {
    status.textContent = wordsFor(error);
  }
}

function show({ status: text, url }: Shown): void {
  const link = document.createElement("a");
  link.href = url;
  link.textContent = "follow";
  status.replaceChildren(`${text} `, link);
  part("cancel").hidden = false;
}

function position(): Promise<Position> {
  return new Promise((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => resolve({ latitude, longitude, accuracy }),
      reject,
      { enableHighAccuracy: true, timeout: 10_000 },
    );
  });
}
