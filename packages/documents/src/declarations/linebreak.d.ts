/** The part of `linebreak` that is used here; the package brings no types. */
declare module "linebreak" {
  interface Break {
    /** Index into the text behind the break. */
    readonly position: number;
    /** True where the line must end: after a line feed. */
    readonly required: boolean;
  }

  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): Break | null;
  }
}
