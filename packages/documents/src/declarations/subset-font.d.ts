import "subset-font";

declare module "subset-font" {
  interface SubsetFontOptions {
    keepFeatures?: readonly string[];
  }
}
