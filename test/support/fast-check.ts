import fc from "fast-check";

/** Every run draws the same inputs, so that a red test is one for everybody; FC_SEED=N draws others. */
fc.configureGlobal({ seed: Number(process.env["FC_SEED"] ?? 20_261_121) });
