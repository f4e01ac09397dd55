// What the service shows an agent, as far as the console draws it: `src/protocol/agent.rs`.

export interface AgentName {
  id: string;
  name: string;
}

export interface Me extends AgentName {
  role: "agent" | "admin";
  organisation: string | null;
  time_zone: string | null;
  languages: string[];
  now: number;
}

export interface Feature {
  allowed: boolean;
  reason: string;
}

export type KnockState = "waiting" | "noticed" | "held" | "admitted" | "in-call";

export interface Knock {
  knock: string;
  name: string;
  state: KnockState;
  awake: boolean;
  since: number;
  match_phrase: string;
  device: { platform: string; app: string };
  features: Record<string, Feature>;
  message?: string;
  attended_by?: AgentName;
  looks_like?: string;
}

export type Phase =
  | { phase: "open" }
  | { phase: "taken"; knock: string; agent: AgentName }
  | { phase: "over"; reason: string; by?: AgentName };

export interface Call {
  id: string;
  version: number;
  title: string;
  starts_at: number;
  minutes: number;
  set_up: "desktop" | "mobile";
  language: string;
  agent: AgentName;
  phase: Phase;
  link_expires_at: number;
  knocks: Knock[];
  link?: string;
  message?: string;
  subject?: string;
  text_message?: { text: string; parts: number };
  spoken_code?: string;
  spoken_code_expires_at?: number;
}

export type Stream = "connecting" | "live" | "broken" | "signed-out";

/** What an agent's command needs beside its type. */
export interface Command {
  type: string;
  knock?: string;
  message?: string;
  text?: string;
  reason?: string;
  block?: boolean;
  to?: string;
}

/** Something that happened between two states of the list. */
export interface News {
  what: "knocked" | "left" | "entered";
  call: Call;
  knock: Knock;
}

export type GroupName = "waiting" | "in-call" | "open" | "planned" | "over";
