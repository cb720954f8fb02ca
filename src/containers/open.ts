import { asBytePath, type BytePath } from "../model/byte-path.ts";
import type { Budget } from "./bounds.ts";
import { Bzip2Decoder } from "./bzip2.ts";
import { CompressedReader } from "./compressed.ts";
import type { ContainerReader, MemberSink } from "./container.ts";
import { GzipDecoder } from "./gzip.ts";
import { PdfReader } from "./pdf.ts";
import type { ContainerKind } from "./sniff.ts";
import { TarReader } from "./tar.ts";
import { XzDecoder } from "./xz.ts";
import { ZipReader } from "./zip.ts";
import { ZlibDecoder } from "./zlib-decoder.ts";
import { ZstdDecoder } from "./zstd.ts";

/** A reader for a container that comes in order. `name` is its own, without the folders above it. */
export function openContainer(
  kind: ContainerKind,
  name: BytePath | null,
  sink: MemberSink,
  budget: Budget,
): ContainerReader {
  switch (kind) {
    case "zip":
      return new ZipReader(sink, budget);
    case "tar":
      return new TarReader(sink);
    case "pdf":
      return new PdfReader(sink, budget);
    case "gzip":
      return new CompressedReader(new GzipDecoder(), contentName(name), sink, budget);
    case "bzip2":
      return new CompressedReader(new Bzip2Decoder(), contentName(name), sink, budget);
    case "xz":
      return new CompressedReader(new XzDecoder(), contentName(name), sink, budget);
    case "zstd":
      return new CompressedReader(new ZstdDecoder(), contentName(name), sink, budget);
    case "brotli":
      return new CompressedReader(new ZlibDecoder("brotli"), contentName(name), sink, budget);
  }
}

/** What the content of a compressed file is called: as the file, without what the compressor added. */
function contentName(name: BytePath | null): BytePath {
  const own = name?.slice(name.lastIndexOf("/") + 1) ?? "";
  const content = own.replace(/\.t(?:gz|bz2?|xz|zst)$/i, ".tar").replace(/\.(?:gz|bz2|xz|zst|br)$/i, "");
  return asBytePath(content === "" || content === own ? "data" : content);
}
