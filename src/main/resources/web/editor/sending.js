/** What is thrown where the answer leads to the sign-in, or says that one has to, instead of being one. */
export class SignedOut extends Error {}

/** Sends a form and gives status and JSON; fails where no answer of ours comes back, as without a connection or a session. */
export async function send(address, fields) {
  const answer = await fetch(address, {
    method: "POST",
    redirect: "manual",
    headers: { "X-CSRF-TOKEN": document.body.dataset.csrf },
    body: new URLSearchParams(fields),
  });
  if (answer.type === "opaqueredirect" || answer.status === 401) {
    throw new SignedOut();
  }
  if (!answer.headers.get("Content-Type")?.startsWith("application/json")) {
    throw new Error(`status ${answer.status}`);
  }
  return { status: answer.status, body: await answer.json() };
}

/** Calls a function once it has not been asked for a while. */
export function settled(wait, act) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, wait);
  };
}
