// Talking with the server. What fails because it is away is told to `onConnection` and tried again.

let connected = true;
const listeners = [];

/** Hears whether the server is there. */
export function onConnection(listener) {
  listeners.push(listener);
}

function setConnected(now) {
  if (now === connected) return;
  connected = now;
  for (const listener of listeners) listener(connected);
}

/** A refusal or failure with a key of the table of words (`error_…`). */
export class Refused extends Error {
  constructor(key) {
    super(key);
    this.key = `error_${key}`;
  }
}

/** Carries out an action. Throws `Refused`; "away" where the server can't be reached. */
export async function act(action, path = "/chat/do") {
  let response;
  try {
    response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(action),
    });
  } catch {
    setConnected(false);
    throw new Refused("away");
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(answer.error ?? "failed");
  return answer;
}

export async function older(chat, before) {
  const response = await fetch(`/chat/older?chat=${chat}&before=${before}`);
  if (!response.ok) throw new Refused("failed");
  return response.json();
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 4000;
/** Longer than the server waits: a connection that died without a word. */
const LONGEST_WAIT_MS = 30000;

/** Follows the platform: hands every new state to `takeIn`, for ever. A hidden window lets go of its connection: a browser has few. */
export async function follow(takeIn) {
  let since = null;
  let pause = FIRST_PAUSE_MS;
  for (;;) {
    if (document.hidden) await nextVisible();
    try {
      const letGo = new AbortController();
      const onHidden = () => document.hidden && letGo.abort("hidden");
      document.addEventListener("visibilitychange", onHidden);
      const timer = setTimeout(() => letGo.abort("slow"), LONGEST_WAIT_MS);
      try {
        // After a failure without waiting, to know at once that the server is back.
        const wait = connected ? "" : "&wait=0";
        const response = await fetch(`/chat/state${since === null ? "" : `?since=${since}${wait}`}`, { signal: letGo.signal });
        if (!response.ok) throw new Error(`status ${response.status}`);
        const state = await response.json();
        since = state.change;
        setConnected(true);
        pause = FIRST_PAUSE_MS;
        takeIn(state);
      } finally {
        clearTimeout(timer);
        document.removeEventListener("visibilitychange", onHidden);
      }
    } catch (error) {
      if (error === "hidden" || error === "slow") continue;
      console.warn("local chat:", error);
      setConnected(false);
      await new Promise((resolve) => setTimeout(resolve, pause));
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
  }
}

function nextVisible() {
  return new Promise((resolve) => {
    const look = () => {
      if (document.hidden) return;
      document.removeEventListener("visibilitychange", look);
      resolve();
    };
    document.addEventListener("visibilitychange", look);
  });
}
