/** How a poster can look. */
export const posterStyles = ['notice', 'indigo', 'upright'] as const
export type PosterStyle = (typeof posterStyles)[number]
/** A4 and A3 upright, a screen of 1080 × 1920, an A4 sheet of eight stickers. */
export const posterSizes = ['a4', 'a3', 'screen', 'stickers'] as const
export type PosterSize = (typeof posterSizes)[number]
export const posterFormats = ['pdf', 'svg', 'png'] as const
export type PosterFormat = (typeof posterFormats)[number]
export const posterLanguages = ['zh', 'en'] as const
export type PosterLanguage = (typeof posterLanguages)[number]

export type PosterLook = { style: PosterStyle; size: PosterSize; language: PosterLanguage }

/** Everything that a poster says and shows, in words that are ready to be drawn. */
export type PosterPrint = PosterLook & {
  /** Of the lesson: what is read from three metres, and the line under it. */
  headline: string
  under: string
  /** One frame of the lesson's story as an SVG of 320 × 200 with plain colours; its words, if any, are <text>. */
  picture: string
  pictureAlt: string
  /** What the code says: the printed address in upper case. */
  codeUrl: string
  codeAlt: string
  /** The same address as one would type it, without the protocol. */
  address: string
  /** What to do with the code. */
  scan: string
  /** Where it hangs; '' for a poster that may hang anywhere. */
  place: string
  /** The place's code as it is spoken: two groups; '' without a place. */
  code: string
  /** Who hangs it; '' before the county is set up. */
  issuer: string
}
