// Signs drawn here, so that they look the same everywhere and need no emoji font.

const SVG = 'http://www.w3.org/2000/svg';

/** Line drawings in the text's colour, on a square of 20. */
const LINES = {
  clip: 'M5.500 10.500l5.500-5.500a3 3 0 0 1 4.200 4.200l-6.700 6.700a2 2 0 0 1-2.800-2.800l6-6',
  send: 'M3.500 10h6M3 3.500l14 6.500-14 6.500 2-6.500z',
  lock: 'M5 9h10v8H5zM7 9V6.500a3 3 0 0 1 6 0V9',
  eye: 'M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5zM10 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4',
  reply: 'M3.500 4h13v9.500H9.500l-4 3v-3h-2z',
  pencil: 'M4 16l1-4 8-8 3 3-8 8z',
  bin: 'M4 6h12M8 6V4h4v2M5.500 6l1 11h7l1-11',
  file: 'M5 3h6.500L15 6.500V17H5zM11 3v4h4',
  picture: 'M3 4.500h14v11H3zM3 13.500l4-4.500 3.500 4 2.500-2.500 4 3.500M13.500 7.500v.1',
  bolt: 'M11 2.500L4.500 11H9l-1 6.500L15.500 9H11z',
  menu: 'M3.500 6h13M3.500 10h13M3.500 14h13',
  close: 'M5 5l10 10M15 5L5 15',
};

const dot = (fill) => [['circle', { cx: 10, cy: 10, r: 7.500, fill }]];
const face = (mouth, eyes = 'M7 8v1M13 8v1') => [['circle', { cx: 10, cy: 10, r: 8, fill: '#f7c948' }],
  ['path', { d: eyes, stroke: '#5c3d00', 'stroke-width': 1.800, 'stroke-linecap': 'round' }],
  ['path', { d: mouth, fill: 'none', stroke: '#5c3d00', 'stroke-width': 1.500, 'stroke-linecap': 'round' }]];
const shield = (fill, d) => [['rect', { x: 2.500, y: 2.500, width: 15, height: 15, rx: 3.500, fill }],
  ['path', { d, fill: 'none', stroke: '#fff', 'stroke-width': 2.200, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }]];
const eyeball = (x) => [['ellipse', { cx: x, cy: 10, rx: 4, ry: 6, fill: '#fff', stroke: '#6b7280', 'stroke-width': 1 }],
  ['circle', { cx: x - 1.300, cy: 11, r: 2, fill: '#1f2937' }]];

/** The emoji that this product speaks with. */
const DRAWN = {
  eyes: [...eyeball(5.500), ...eyeball(14.500)],
  white_check_mark: shield('#2f9e5b', 'M6 10.500l2.800 2.800L14.300 7'),
  heavy_check_mark: [['path', { d: 'M4 10.500l4 4L16 6', fill: 'none', stroke: '#2f9e5b', 'stroke-width': 2.800, 'stroke-linecap': 'round' }]],
  x: [['path', { d: 'M5 5l10 10M15 5L5 15', stroke: '#d64545', 'stroke-width': 2.800, 'stroke-linecap': 'round' }]],
  lock: [['path', { d: 'M6.500 9V6.500a3.500 3.500 0 0 1 7 0V9', fill: 'none', stroke: '#8a94a0', 'stroke-width': 2 }], ['rect', { x: 4, y: 8.500, width: 12, height: 9, rx: 2, fill: '#e0a526' }]],
  red_circle: dot('#d64545'), large_red_circle: dot('#d64545'), large_orange_circle: dot('#ec8a2e'), large_yellow_circle: dot('#f0c33c'),
  large_green_circle: dot('#3aa76d'), large_blue_circle: dot('#3d83d6'), white_circle: [['circle', { cx: 10, cy: 10, r: 7, fill: '#fff', stroke: '#9aa4ab' }]],
  slightly_smiling_face: face('M6.500 12q3.500 3 7 0'), smile: face('M6 11.500q4 5 8 0', 'M6.500 8.500l1-1 1 1M11.500 8.500l1-1 1 1'), grinning: face('M6 11.500q4 5 8 0'),
  wink: face('M6.500 12q3.500 3 7 0', 'M7 8v1M12 8.500h2'), cry: face('M7 14q3-3 6 0'), thinking_face: face('M8 13h4'),
  warning: [['path', { d: 'M10 2.500l8 14.500H2z', fill: '#f0c33c' }], ['path', { d: 'M10 8v4M10 14.500v.1', stroke: '#5c3d00', 'stroke-width': 1.800, 'stroke-linecap': 'round' }]],
  hourglass_flowing_sand: [['path', { d: 'M5 3h10M5 17h10M6 3c0 5 4 5 4 7s-4 2-4 7M14 3c0 5-4 5-4 7s4 2 4 7', fill: 'none', stroke: '#a8742c', 'stroke-width': 1.600 }]],
  speech_balloon: [['path', { d: 'M3 4h14v9.500H9.500l-4 3v-3H3z', fill: '#7fb4e6' }]],
};
DRAWN.hourglass = DRAWN.hourglass_flowing_sand;

function svg(className, label, shapes) {
  const root = document.createElementNS(SVG, 'svg');
  root.setAttribute('viewBox', '0 0 20 20');
  root.setAttribute('class', className);
  if (label) { root.setAttribute('role', 'img'); root.setAttribute('aria-label', label); } else root.setAttribute('aria-hidden', 'true');
  for (const [name, attributes] of shapes) {
    const shape = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, String(value));
    root.append(shape);
  }
  return root;
}

/** A line drawing. @param {keyof typeof LINES} name */
export const icon = (name) => svg('line-icon', '', [['path', { d: LINES[name] }]]);

/** A drawn emoji, or nothing when it is none of ours. @param {string} name */
export const drawn = (name) => (DRAWN[name] ? svg('emoji', name.replaceAll('_', ' '), DRAWN[name]) : null);
