import { Button } from './button'

export type CodeReaderWords = {
  camera: string
  cameraHint: string
  cameraStop: string
  cameraDenied: string
  picture: string
  pictureHint?: string
  pictureReading: string
  pictureNone: string
  pictureBad: string
}

/**
 * A code by camera or from a picture, see islands/code-camera and code-picture: each shows where the script can use it, and what is read
 * is read on this page and sent nowhere as a picture. `isMain`: the camera is what the page is for.
 */
export function CodeReader({ words, isMain = false }: { words: CodeReaderWords; isMain?: boolean }) {
  return (
    <>
      <div className="mt-6" data-camera hidden>
        <Button type="button" {...(isMain ? { weight: 'primary' } : {})} className="w-full sm:w-auto" data-camera-start>
          {words.camera}
        </Button>
        <div data-camera-view hidden>
          <video muted playsInline className="w-full rounded bg-ink" aria-label={words.cameraHint} />
          <p className="mt-2 text-14 text-ink2">{words.cameraHint}</p>
          <Button type="button" className="mt-2" data-camera-stop>
            {words.cameraStop}
          </Button>
        </div>
        <p className="mt-2 text-vermilion empty:hidden" role="status" data-camera-said data-denied={words.cameraDenied} />
      </div>
      <div className="my-6" data-picture hidden>
        <label htmlFor="picture" className="font-semibold">
          {words.picture}
        </label>
        {words.pictureHint !== undefined && (
          <p id="picture-hint" className="text-14 text-ink2">
            {words.pictureHint}
          </p>
        )}
        <input
          id="picture"
          type="file"
          accept="image/*"
          aria-describedby={words.pictureHint === undefined ? undefined : 'picture-hint'}
          className="mt-1 block min-h-touch w-full text-16 text-ink2 file:mr-4 file:min-h-touch file:cursor-pointer file:rounded file:border file:border-solid file:border-field file:bg-raised file:px-4 file:text-16 file:font-semibold file:text-ink"
        />
        <p
          className="mt-2 empty:hidden"
          role="status"
          data-picture-said
          data-reading={words.pictureReading}
          data-none={words.pictureNone}
          data-bad={words.pictureBad}
        />
      </div>
    </>
  )
}
