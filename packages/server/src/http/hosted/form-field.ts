import { escapeHtml } from "./escape-html.ts";

/** A line of a form. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: "text" | "tel" | "email";
  /** What the browser may fill in: a token of the HTML standard. */
  readonly autocomplete: string;
  readonly value: string;
  readonly isRequired: boolean;
  /** What is wrong with it; undefined: nothing. */
  readonly problem?: string | undefined;
}

/** A field as HTML, with its hint and problem tied to it for who hears the page read. */
export function formField(field: FormField): string {
  const { name, label, hint, type = "text", autocomplete, value, isRequired, problem } = field;
  const notes = [
    ...(hint === undefined ? [] : [{ id: `${name}-hint`, kind: "hint", text: hint }]),
    ...(problem === undefined ? [] : [{ id: `${name}-problem`, kind: "problem", text: problem }]),
  ];
  const attributes = [
    `id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}" value="${escapeHtml(value)}"`,
    ...(isRequired ? ["required"] : []),
    ...(problem === undefined ? [] : ['aria-invalid="true"']),
    ...(notes.length === 0 ? [] : [`aria-describedby="${notes.map(({ id }) => id).join(" ")}"`]),
  ];
  const said = notes.map(({ id, kind, text }) => `<p class="${kind}" id="${id}">${escapeHtml(text)}</p>`);
  return [
    `<label for="${name}">${escapeHtml(label)}${isRequired ? "" : " (optional)"}</label>`,
    ...said,
    `<input ${attributes.join(" ")}>`,
  ].join("\n");
}
