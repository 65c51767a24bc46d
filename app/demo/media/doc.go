// Package media draws the demo's pictures: product shots as SVG, each a pure function of its address, so that a page
// full of demo assets looks like a real studio without a network and without a file.
//
// Read it in this order: picture.go (what an address says), draw.go (how a picture is put together), palette.go (its
// colours), backdrops.go (where the product stands), products_*.go (the products), handler.go (how it is served).
//
// A video has no film here, since no browser plays SVG in a video element: its poster is a Poster, its address a Motion,
// the same picture in movement, to be shown as an image like any other of type image/svg+xml.
package media
