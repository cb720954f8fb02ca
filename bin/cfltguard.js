#!/usr/bin/env node
// Plain ES5, so that a Node that is too old for the rest can still say so.
"use strict";
var version = process.versions.node.split(".");
var major = Number(version[0]);
var minor = Number(version[1]);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    "cfltguard: Node 20.19 or newer is needed; this is " + process.versions.node + " (" + process.execPath + ")\n"
  );
  process.exitCode = 2;
} else {
  require("../dist/cli.cjs");
}
