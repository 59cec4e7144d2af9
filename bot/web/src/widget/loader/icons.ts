/* The launcher's two drawings, made as SVG nodes. */

function icon(path: string): SVGSVGElement {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(space, "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

export function bubbleIcon(): SVGSVGElement {
  return icon("M21 12a8 8 0 0 1-8 8H4l1.8-3.2A8 8 0 1 1 21 12ZM9 10.5h7M9 14h4");
}

export function crossIcon(): SVGSVGElement {
  return icon("M6 6l12 12M18 6 6 18");
}
