import { pathToFileURL } from "node:url";

/** The URL of the CommonJS bundle that this becomes part of, where something in it asks for its own. */
export const importMetaUrl = pathToFileURL(__filename).href;
