/** The player's own style sheet; the script asks for it when a film comes into view. */
export { default as playerStyle } from './player.css?url'
