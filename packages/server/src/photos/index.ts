export { addPhoto } from "./add-photo.ts";
export { imageTypes } from "./image-type.ts";
