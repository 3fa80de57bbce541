type Words = { bar: string; leave: string; refresh: string }

/** How far the server is with something that takes a while: it goes on without the page, whose script asks again. */
export function MakingProgress({ done, total, words }: { done: number; total: number; words: Words }) {
  return (
    <>
      <progress
        value={done}
        max={total}
        aria-label={words.bar}
        className="mt-3 h-3 w-full appearance-none overflow-hidden rounded border-0 bg-line [&::-moz-progress-bar]:bg-indigo [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-indigo"
      />
      <p className="mt-2 text-ink2">{words.leave}</p>
      <p>
        <a href="?" className="inline-flex min-h-touch items-center">
          {words.refresh}
        </a>
      </p>
    </>
  )
}
