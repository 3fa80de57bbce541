export type Frame = { src: string; frame: number; frames: number; alt: string }

/** One frame of a lesson's picture story: the one that stands for it. Without words beside it, it is described. */
export function FrontFrame({ picture: { src, frame, frames, alt }, isBeside }: { picture: Frame; isBeside: boolean }) {
  const said = isBeside ? { 'aria-hidden': true } : { role: 'img', 'aria-label': alt }
  return (
    <svg
      viewBox={`0 ${(frame - 1) * 200} 320 200`}
      className="block w-full rounded border border-line bg-raised"
      style={{ aspectRatio: '8 / 5' }}
      {...said}
    >
      <image href={src} width="320" height={frames * 200} />
    </svg>
  )
}
