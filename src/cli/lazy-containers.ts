export { PushedContainer, scanContainer } from "../scan-container.ts";
