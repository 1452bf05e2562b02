// What the checks share: the sandbox's control API, waiting, and one line a check.

const LONGEST_MS = 15_000;

/** The hands of people in the sandbox at this address. */
export function handsAt(address) {
  return async (path, wish) => {
    const answer = await fetch(`${address}/sandbox/page/${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(wish),
    });
    const told = await answer.json();
    if (!told.ok) {
      throw new Error(`the sandbox refused ${path}: ${told.error}`);
    }
    return told;
  };
}

export function expect(holds, what) {
  if (!holds) {
    throw new Error(`expected ${what}`);
  }
}

/** The name of Slack's error that a call ends with. */
export async function errorOf(call) {
  try {
    await call;
  } catch (failure) {
    return failure.data?.error ?? failure.code ?? failure.message;
  }
  return "none";
}

/** Things that arrive, and somebody who waits for the one that is meant. */
export function inbox() {
  const here = [];
  const waiting = new Set();
  const serve = () => {
    for (const one of waiting) {
      const at = here.findIndex(one.isMeant);
      if (at >= 0) {
        waiting.delete(one);
        one.take(here.splice(at, 1)[0]);
      }
    }
  };
  return {
    put(thing) {
      here.push(thing);
      serve();
    },
    next(isMeant) {
      return new Promise((take) => {
        waiting.add({ isMeant, take });
        serve();
      });
    },
  };
}

function late() {
  let timer;
  const ends = new Promise((_, fail) => {
    const failure = new Error(`not over within ${LONGEST_MS} ms`);
    timer = setTimeout(() => fail(failure), LONGEST_MS);
  });
  return { ends, stop: () => clearTimeout(timer) };
}

/** Runs checks one after the other and prints a line of each. */
export function checks() {
  let done = 0;
  const failed = [];
  return {
    async check(name, run) {
      const limit = late();
      try {
        await Promise.race([run(), limit.ends]);
        console.log(`ok      ${name}`);
      } catch (failure) {
        failed.push(name);
        console.log(`FAILED  ${name}: ${failure.message}`);
      } finally {
        limit.stop();
        done += 1;
      }
    },
    summary() {
      console.log(`${done - failed.length} of ${done} checks passed`);
      return failed.length === 0 && done > 0;
    },
  };
}
