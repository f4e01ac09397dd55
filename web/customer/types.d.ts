// What crosses the door of the core, and what a screen is made of. For the checker alone: never served.
import type { CameraAccess, Config, Measurement, Message, Shell, Shown } from "../../bindings/web/types.js";

export type { CameraAccess, Measurement, Message, Shell, Shown };
export type { LogLine, ShellEffect } from "../../bindings/web/types.js";
export type { OneCall as Call } from "../../bindings/web/onecall.js";

/** A screen of this kind. */
export type ShownAs<K extends Shown["kind"]> = Extract<Shown, { kind: K }>;

/** What the page is started with: `data-setup` of the page that the service made. */
export interface Setup {
  config: Config;
  /** Opens our app with a ticket, which stands where `{ticket}` is; absent where there is no app. */
  app?: string;
  /** Whom the customer talks to. */
  organisation?: string;
}

export type Art = "camera" | "camera-off" | "check" | "clock" | "door" | "link" | "person" | "phone" | "warning";

/** One screen, in words: what it says and what can be done. */
export interface Page {
  /** The same as long as it is the same screen to a reader: what changes on it is said, and the focus stays. */
  key: string;
  art: Art;
  heading: string;
  lines?: Line[];
  /** Something is on its way and needs nothing from the customer. */
  busy?: boolean;
  field?: Field;
  choices?: Button[];
  /** What the camera sees. */
  picture?: Picture;
  /** A link to take along. */
  copy?: string;
  /** The one thing to do next. */
  first?: Button;
  /** At most one other way on. */
  other?: Button;
  /** A way that few need. */
  beside?: Button;
}

export interface Line {
  text: string;
  /** `quoted`: somebody else's words. `read-out`: what the customer reads out to the agent. `warn`: mind this. */
  look?: "quoted" | "read-out" | "warn";
  /** The part of the text that is to be read out. */
  phrase?: string;
  /** What to do with it. */
  more?: string;
}

export interface Field {
  label: string;
  typed: string;
  /** What was typed is not right; the heading says why. */
  isWrong?: boolean;
  isName?: boolean;
  go: string;
  submit(text: string): void;
}

export interface Button {
  text: string;
  press(): void;
  /** Cannot be taken back. */
  final?: boolean;
  /** Where it leads, if it is a way out of this page: then it is a link. */
  address?: string;
}

export interface Picture {
  stream: MediaStream;
  /** It shows the customer, who expects a mirror. */
  mirrored: boolean;
  label: string;
}
