// Events of Waypost. Generated from src/core/event/table.rs.

/** What an event about the page or the sign-up has. */
interface PageEvent<Type extends string, Data> {
  waypost: 1;
  type: Type;
  widget: string;
  data: Data;
}

/** What an event about the reader has. */
interface ReaderEvent<Type extends string, Data> {
  waypost: 1;
  /** A UUID; receivers keep one event per id. */
  id: string;
  seq: number;
  t: string;
  type: Type;
  sitting: string;
  via: "player" | "static" | "email" | "import";
  widget: { id: string; kind: "quiz" | "chooser" | "simulator" | "review"; rev: string; locale: string };
  data: Data;
}

/** Half of the widget is in view for the first time. */
export type WaypostVisible = PageEvent<"visible", {
  /** 0.5. */
  ratio: number;
}>;

/** The player has taken over from the prerendered page. */
export type WaypostReady = PageEvent<"ready", {
  /** Milliseconds since the page came up. */
  ms: number;
}>;

/** The content of a frame has another height. */
export type WaypostResized = PageEvent<"resized", {
  /** In CSS pixels, 40 to 20000. */
  height: number;
}>;

/** The focus went to a new step, which should be in view. */
export type WaypostReveal = PageEvent<"reveal", {
  /** Where it begins, in CSS pixels from the top of the frame. */
  top: number;
}>;

/** The player could not be loaded; the prerendered page stays. */
export type WaypostFailed = PageEvent<"failed", {
  /** Why. */
  code: string;
}>;

/** The answers are in another state. */
export type WaypostNotice = PageEvent<"notice", {
  /** Stored on the device, kept as long as the page, not kept; on their way to the webhook, received, refused. */
  state: "saved" | "memory" | "failed" | "waiting" | "sent" | "parked";
  /** How many. */
  count: number;
}>;

/** The reader's first action. */
export type WaypostStarted = ReaderEvent<"started", Record<string, never>>;

/** The reader goes on with answers brought along. */
export type WaypostResumed = ReaderEvent<"resumed", {
  /** By what. */
  from: "link";
}>;

/** The reader begins anew. */
export type WaypostRestarted = ReaderEvent<"restarted", Record<string, never>>;

/** The reader takes the result along. */
export type WaypostShared = ReaderEvent<"shared", {
  /** In which way. */
  how: "text" | "link" | "file" | "print" | "calendar";
}>;

/** An answer was submitted. */
export type WaypostAnswered = ReaderEvent<"answered", {
  /** Which item. */
  item: string;
  /** What kind of answer; this and what follows `response` of a quiz only. */
  form?: "single" | "multi" | "order" | "match" | "number" | "text" | "likert";
  /** The answer; `null` for free text, which stays with the reader. */
  response: string | string[] | Record<string, string> | null;
  /** Whether it earned the full mark; `null` where nothing is right or wrong. */
  correct?: boolean | null;
  /** How sure the reader was, 1 to 3; `null` where they did not say. */
  sure?: number | null;
  /** Points earned, after costs. */
  points?: number;
  /** Points possible. */
  max?: number;
  /** Which try, counted from 1. */
  try?: number;
  /** Hints seen by then. */
  hints?: number;
}>;

/** The reader came one step further. */
export type WaypostProgressed = ReaderEvent<"progressed", {
  /** Steps taken. */
  done: number;
  /** Steps in all. */
  total: number;
}>;

/** The reader of a chooser chose, where author and reader agreed to tell it. */
export type WaypostDecided = ReaderEvent<"decided", {
  /** What was chosen: the name of a track or a plan, or `undecided`. */
  track: string;
  /** What was chosen before. */
  was?: string;
}>;

/** The reader of a simulator took a turn. */
export type WaypostTurned = ReaderEvent<"turned", {
  /** The simulator. */
  scenario: string;
  /** Which turn, counted from 1. */
  turn: number;
  /** What was shown. */
  card: string | null;
  /** What the reader chose. */
  choice: string | null;
  /** The quantities after it. */
  vars: Record<string, number>;
  /** What changed. */
  delta: Record<string, number>;
  /** What the draws come from. */
  seed: number;
}>;

/** The result was shown. */
export type WaypostCompleted = ReaderEvent<"completed", {
  /** What came out. */
  result?: {
    /** Of a quiz: the points. */
    score?: {
      /** Points earned. */
      raw: number;
      /** Points possible. */
      max: number;
      /** Share earned, -1 to 1, to four places. */
      scaled: number;
    };
    /** Of a quiz: whether the pass mark was reached, `null` where there is none. */
    passed?: boolean | null;
    /** Of a simulator: the points at the end. */
    ending?: number;
    /** Of a simulator: its quantities at the end. */
    vars?: Record<string, number>;
  };
  /** Of a simulator: a model's outcome, not a forecast. */
  claim?: "model";
  /** Of a simulator: what the draws come from. */
  seed?: number;
  /** Of a simulator: turns taken back. */
  undone?: number;
  /** 1 for the first time through, then one more for each retry. */
  attempt?: number;
}>;

/** Something happened to the block for subscribing. */
export type WaypostSubscribe = PageEvent<"subscribe", {
  /** Whose list it is. */
  provider: string;
  /** What happened; the address is in no event. */
  step: "shown" | "opened" | "submitted";
}>;

/** Any event. */
export type WaypostEvent = WaypostVisible | WaypostReady | WaypostResized | WaypostReveal | WaypostFailed | WaypostNotice | WaypostStarted | WaypostResumed | WaypostRestarted | WaypostShared | WaypostAnswered | WaypostProgressed | WaypostDecided | WaypostTurned | WaypostCompleted | WaypostSubscribe;

/** What a webhook is sent. */
export interface WaypostBatch {
  waypost: 1;
  batch: WaypostEvent[];
}

declare global {
  interface DocumentEventMap {
    "waypost-visible": CustomEvent<WaypostVisible>;
    "waypost-ready": CustomEvent<WaypostReady>;
    "waypost-resized": CustomEvent<WaypostResized>;
    "waypost-reveal": CustomEvent<WaypostReveal>;
    "waypost-failed": CustomEvent<WaypostFailed>;
    "waypost-notice": CustomEvent<WaypostNotice>;
    "waypost-started": CustomEvent<WaypostStarted>;
    "waypost-resumed": CustomEvent<WaypostResumed>;
    "waypost-restarted": CustomEvent<WaypostRestarted>;
    "waypost-shared": CustomEvent<WaypostShared>;
    "waypost-answered": CustomEvent<WaypostAnswered>;
    "waypost-progressed": CustomEvent<WaypostProgressed>;
    "waypost-decided": CustomEvent<WaypostDecided>;
    "waypost-turned": CustomEvent<WaypostTurned>;
    "waypost-completed": CustomEvent<WaypostCompleted>;
    "waypost-subscribe": CustomEvent<WaypostSubscribe>;
  }
}
