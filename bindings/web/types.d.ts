// What crosses the door, as the core writes it: src/journey/screen.rs, src/shell, bindings/web/src. Keys are in
// snake_case, words in kebab-case; what may be absent is null.

/** The page, as the core sees it. None of these answers anything; one that throws is as good as one that did nothing. */
export interface Shell {
  /** Draw this instead of what was drawn before. The first one comes right after the start. */
  show(shown: Shown): void;
  /** Do this, once. */
  perform(effect: ShellEffect): void;
  /** Write this line into the log, if there is one. It holds words of the program alone. */
  log(line: LogLine): void;
}

/** What the page draws now: complete, so that it keeps nothing else. */
export type Shown = { [K in Screen["kind"]]: { kind: K; screen: Extract<Screen, { kind: K }>; whereabouts: Whereabouts; lines: Message[] } }[Screen["kind"]];

/** Where the customer is, whatever stands on the screen. */
export type Whereabouts = "nowhere" | "far-too-early" | "lobby" | "let-in" | "call";

/** Something to say: the id of a sentence in locales/, and what stands in it. */
export interface Message {
  id: string;
  arguments: Record<string, string | number>;
}

export type Screen =
  | { kind: "start" }
  | { kind: "link-problem"; error: LinkError }
  | { kind: "choose"; choices: InvitationChoice[]; whereabouts: Whereabouts }
  | { kind: "ask-name"; suggestion: string; problem: NameError | null; not_taken: boolean }
  | { kind: "rehearse"; camera: CameraAccess }
  | { kind: "knocking"; unreachable_retry_in_ms: number | null }
  | {
      kind: "waiting";
      reason: WaitReason | null;
      match_phrase: string;
      message: string | null;
      starts_in_ms: number | null;
      was_asleep: boolean;
      reconnecting: boolean;
      /** How long the place is kept for a phone that falls asleep now. */
      lease_ms: number | null;
      /** A ticket for going on in the app is on its way. */
      moving: boolean;
    }
  | { kind: "admitted"; agent: string }
  | {
      kind: "in-call";
      agent: string;
      agent_present: boolean;
      mode: "ar" | "stills" | "ar-lost";
      features: Features;
      reconnecting: boolean;
    }
  | { kind: "teams-client"; url: string }
  | { kind: "in-meeting" }
  | { kind: "ask"; question: "end-call" | "leave-meeting" | "leave-for-new-invitation" }
  | { kind: "over"; reason: OverReason; may_knock_again: boolean }
  | { kind: "fallback"; sentence: string; may_knock_again: boolean; phase: "lobby" | "call" | "over" }
  | { kind: "update-required"; store: string | null };

/** One of several invitations: its link's host and end, or its whole text. */
export interface InvitationChoice {
  text: string;
  end: string | null;
}

export type WaitReason = "too-early" | "agent-absent" | "not-yet-noticed" | "noticed" | "call-taken" | "unknown";

export type OverReason =
  | "call-over"
  | "you-left"
  | "you-left-the-lobby"
  | "removed"
  | "slept-too-long"
  | "moved"
  | { declined: "not-expected" | "not-now" | "wrong-link" | "unsaid" }
  | "link-dead"
  | "lobby-full"
  | "nobody-came"
  | "meeting-failed"
  | "unknown";

/** What is wrong with a text; its sentence stands in the lines. */
export type LinkError = { code: string; [field: string]: unknown };

/** What is wrong with a name; its sentence stands in the lines. */
export type NameError = { code: string; [field: string]: unknown };

/** Something for the page to do, once. Blob, text and address are secret. */
export type ShellEffect =
  | { type: "save"; blob: string | null }
  | { type: "open"; url: string }
  | { type: "hand-over"; text: string }
  | { type: "measure" }
  | { type: "fresh-access-token" }
  | { type: "join-meeting"; number: number; url: string; name: string }
  | { type: "leave-meeting"; number: number };

export interface LogLine {
  level: "error" | "info" | "debug";
  what: string;
  detail: string | null;
}

/** What a journey is started with; what is left out has a default. */
export interface Config {
  /** The hosts whose links are ours, as NAME or NAME:PORT. A page asks its own host alone. */
  hosts: string[];
  device?: Device;
  /** What asks. */
  app?: "app" | "browser" | "unknown";
  suggested_name?: string | null;
  app_store_id?: number | null;
  android_package?: string | null;
  call_client?: boolean;
  /** Log every input and effect too. */
  verbose?: boolean;
}

export interface Device {
  platform: "ios" | "android" | "windows" | "macos" | "linux" | "hololens" | "other";
  os_version?: { major: number; minor?: number } | null;
  in_app_browser?: boolean;
}

export type Source = "link" | "paste" | "qr-code" | "keyboard" | "referrer";
export type CameraAccess = "unknown" | "not-asked" | "granted" | "denied" | "missing";
export type ArLevel = "basic" | "depth";
export type AgentClient = "desktop-browser" | "phone-browser" | "hololens";
export type SessionFailure = "not-capable" | "needs-install" | "needs-update" | "camera-refused" | "other";
export type MeetingReport =
  | "joining"
  | "in-lobby"
  | "in-call"
  | "declined"
  | "timed-out-in-lobby"
  | "removed"
  | "ended"
  | "failed";

/** What the platform says of AR and of the camera. A browser's: `{ system: "absent", camera, simulated: false }`. */
export interface Measurement {
  system:
    | "absent"
    | { "ar-core": { answer: string; api_level: number; depth: boolean } }
    | { "ar-kit": { world_tracking: boolean; scene_reconstruction: boolean; scene_depth: boolean } };
  camera: "not-asked" | "granted" | "refused";
  simulated: boolean;
}

export interface Feature {
  allowed: boolean;
  reason: string;
}

/** What this pair of participants can do. */
export interface Features {
  annotate_in_space: Feature;
  annotate_on_stills: Feature;
  receive_annotations: Feature;
  send_files: Feature;
  view_files: Feature;
  snapshot_on_poor_network: Feature;
  record: Feature;
  participant_list: Feature;
  invite: Feature;
}

/** What a text leads to. */
export type Explained =
  | { leads: { invitation: string; kind: "one-time" | "spoken-code" | "ticket" | "teams"; steps: ExplainedStep[] } }
  | { problem: { error: LinkError; says: Message } };

export interface ExplainedStep {
  step: string;
  why: string;
  says: Message;
  because: Message;
  url: string | null;
}

/** What a typed name comes to. */
export type Checked = { good: { name: string } } | { problem: { error: NameError; says: Message } };

// From here on between the scripts of this folder and the core.

export interface Now {
  since_boot_ms: number;
  boot_id: number;
  wall_ms: number;
  entropy: number[];
}

export type Input =
  | { text: { text: string; source: Source } }
  | { name: string }
  | { measured: Measurement }
  | { camera: CameraAccess }
  | { "access-token": string | null }
  | { choose: number }
  | { "ar-started": ArLevel }
  | { "ar-failed": SessionFailure }
  | { meeting: { number: number; report: MeetingReport } }
  | { confirm: boolean }
  | "go-on"
  | "ar-lost"
  | "leave"
  | "move"
  | "open"
  | "knock-again"
  | "dismiss"
  | "sleep"
  | "wake"
  | "network-back"
  | "tick";

export interface Answer {
  head: { status: number; content_type: string | null; retry_after: string | null };
  body: string;
}

export type Happened =
  | { input: Input }
  | { brought: { stream: number; text: string } }
  | { over: { stream: number; answer: Answer | null } }
  | { answered: { command_id: string; answer: Answer | null } }
  | "next";

export type Ask =
  | { start: { config: Config; blob: string | null; now: Now } }
  | { step: { journey: number; now: Now; happened: Happened } }
  | { end: { journey: number } }
  | { explain: { config: Config; text: string } }
  | { features: { measurement: Measurement; signed_in: boolean; agent: AgentClient } }
  | { "check-name": { typed: string } }
  | "version";

export interface OpenStream {
  type: "open-stream";
  stream: number;
  url: string;
  accept: string;
  body: string;
  token?: string;
}

export interface Send {
  type: "send";
  command_id: string;
  url: string;
  accept: string;
  body: string;
}

export type Effect = { type: "warm"; url: string } | OpenStream | { type: "close-stream" } | Send | ShellEffect;

export interface Outcome {
  journey?: number;
  effects: Effect[];
  shown: Shown | null;
  wake_at_ms: number | null;
  more: boolean;
  log: LogLine[];
}
