import { asBytePath, type BytePath } from "../model/byte-path.ts";
import { Expansion, type Budget } from "./bounds.ts";
import { attempt, type ContainerReader, type MemberSink, type MemberWriter } from "./container.ts";
import { joinBytes } from "./input-buffer.ts";
import { ZlibDecoder } from "./zlib-decoder.ts";

/** How far in front of a stream its dictionary is looked for. */
const DICTIONARY_BYTES = 1024;
const ZLIB_HEADER_BYTES = 2;
const PIECE_BYTES = 64 * 1024;
const KEYWORD = "stream";
/** The keyword, its line end, and the header of what is deflated. */
const LOOK_AHEAD_BYTES = KEYWORD.length + 2 + ZLIB_HEADER_BYTES;
const NOTHING: Buffer = Buffer.alloc(0);

/**
 * Reads the deflated streams of a PDF, found by their keyword: text, embedded files, objects. What is not deflated is
 * plain in the file itself, or an image.
 * Source: notes/containers.md#pdf
 */
export class PdfReader implements ContainerReader {
  readonly #sink: MemberSink;
  readonly #budget: Budget;
  readonly #inflate = new ZlibDecoder("deflate");
  /** The bytes since the last stream that are still needed, those before `#searched` without a keyword. */
  #held: Buffer = NOTHING;
  #searched = 0;
  #streams = 0;
  #isSearching = true;
  #member: { readonly name: BytePath; readonly writer: MemberWriter; readonly expansion: Expansion } | null = null;

  constructor(sink: MemberSink, budget: Budget) {
    this.#sink = sink;
    this.#budget = budget;
  }

  push(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      let rest: Uint8Array | null = bytes.subarray(at, at + PIECE_BYTES);
      while (rest !== null && rest.length > 0) rest = this.#isSearching ? this.#search(rest) : this.#read(rest);
    }
  }

  end(): void {
    // The stream may end with the file's last byte.
    if (this.#member !== null) this.#endMember(attempt(() => this.#inflate.end())?.message ?? null);
  }

  /** What is left behind the beginning of a stream; `null` where there is none. */
  #search(bytes: Uint8Array): Uint8Array | null {
    const all = joinBytes(this.#held, bytes);
    for (;;) {
      const at = all.indexOf(KEYWORD, this.#searched, "latin1");
      if (at === -1 || at + LOOK_AHEAD_BYTES > all.length) {
        const next = at === -1 ? Math.max(this.#searched, all.length - KEYWORD.length + 1) : at;
        const from = Math.max(0, next - DICTIONARY_BYTES);
        this.#held = Buffer.from(all.subarray(from));
        this.#searched = next - from;
        return null;
      }
      this.#searched = at + KEYWORD.length;
      const start = this.#streamStart(all, at);
      if (start === null) continue;
      this.#held = NOTHING;
      this.#searched = 0;
      return all.subarray(start);
    }
  }

  /** Where the deflated data of the stream whose keyword is at `at` begins, with its member begun; or `null`. */
  #streamStart(bytes: Buffer, at: number): number | null {
    let start = at + KEYWORD.length;
    if (bytes[start] === 0x0d) start++;
    if (bytes[start] !== 0x0a) return null;
    start++;
    const dictionary = bytes.toString("latin1", Math.max(0, at - DICTIONARY_BYTES), at);
    if (dictionary.endsWith("end")) return null;
    const [object, number] = lastObject(dictionary);
    const isDeflated = /\/(?:FlateDecode|Fl)\b/.test(object);
    const header = bytes.readUInt16BE(start);
    const isZlib = (header & 0x0f00) === 0x0800 && header % 31 === 0 && (header & 0x20) === 0;
    if (!isZlib && !isDeflated) return null;
    this.#streams++;
    const name = asBytePath(number === undefined ? `stream ${this.#streams}` : `object ${number}`);
    if (!isZlib) {
      const member = name;
      this.#sink.fail({ reason: "opaque", detail: "a stream is encrypted, damaged or encoded twice", member });
      return null;
    }
    const writer = this.#sink.begin(name);
    if (writer === null) return null;
    this.#member = { name, writer, expansion: new Expansion(writer, this.#budget) };
    this.#inflate.reset();
    this.#isSearching = false;
    return start + ZLIB_HEADER_BYTES;
  }

  #read(bytes: Uint8Array): Uint8Array | null {
    const member = this.#member;
    if (member === null) return null;
    let used = 0;
    member.expansion.read(bytes.length);
    const damage = attempt(() => {
      used = this.#inflate.decode(bytes, member.expansion.take);
    });
    if (damage === null && !this.#inflate.isDone && !member.expansion.isStopped) return null;
    this.#endMember(damage?.message ?? null);
    return bytes.subarray(used);
  }

  #endMember(detail: string | null): void {
    const member = this.#member;
    this.#member = null;
    this.#isSearching = true;
    if (member === null) return;
    const { problem, isStopped } = member.expansion;
    if (problem !== null) this.#sink.fail({ ...problem, member: member.name });
    else if (detail !== null && !isStopped) this.#sink.fail({ reason: "opaque", detail, member: member.name });
    member.writer.end(problem === null && detail === null && !isStopped);
  }
}

/** The last object that begins in a text, from its number on, and its number. */
function lastObject(text: string): [string, string | undefined] {
  const start = text.lastIndexOf(" obj");
  const number = /(\d{1,10}) \d{1,5}$/.exec(text.slice(Math.max(0, start - 20), Math.max(0, start)))?.[1];
  return [start === -1 ? text : text.slice(start), number];
}
