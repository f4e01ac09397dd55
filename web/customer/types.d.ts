// What the door of the core gives and takes, and what a screen is made of. For the checker alone: never served.

export type CameraAccess = "unknown" | "not-asked" | "granted" | "denied" | "missing";
export type Source = "link" | "paste" | "qr-code" | "keyboard" | "referrer";
export type Question = "end-call" | "leave-meeting" | "leave-for-new-invitation";

/** A sentence of the core, by its id. */
export interface Message {
  id: string;
  arguments: Record<string, string | number>;
}

/** What the core wants drawn: complete, so that the page keeps nothing else. */
export interface Shown {
  kind: string;
  screen: Screen;
  /** Everything it says, in the order of its lines; the first is its headline. */
  lines: Message[];
}

/** The fields of every kind of screen; each kind has some of them. */
export interface Screen {
  choices?: string[];
  suggestion?: string;
  problem?: unknown;
  not_taken?: boolean;
  camera?: CameraAccess;
  starts_in_ms?: number | null;
  match_phrase?: string;
  question?: Question;
  reason?: unknown;
  may_knock_again?: boolean;
}

/** What the core wants done, once. */
export interface Effect {
  type: "save" | "open" | "hand-over" | "measure" | "fresh-access-token";
  blob?: string | null;
  url?: string;
  text?: string;
}

export interface Measurement {
  system: "absent";
  camera: "not-asked" | "granted" | "refused";
  simulated: boolean;
}

/** What the page is started with. */
export interface Setup {
  /** The core's own configuration. */
  config: { device: { in_app_browser?: boolean } & Record<string, unknown> } & Record<string, unknown>;
  /** Opens our app with a ticket, which stands where `{ticket}` is; absent where there is no app. */
  app?: string;
}

/** The door of the core. */
export interface Call {
  text(text: string, source: Source): void;
  name(name: string): void;
  measured(measurement: Measurement): void;
  camera(access: CameraAccess): void;
  goOn(): void;
  choose(index: number): void;
  leave(): void;
  handOver(): void;
  open(): void;
  confirm(yes: boolean): void;
  knockAgain(): void;
  dismiss(): void;
  sleep(): void;
  wake(): void;
  networkBack(): void;
  shutdown(): void;
}

export interface Shell {
  show(shown: Shown): void;
  perform(effect: Effect): void;
  log(line: unknown): void;
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
