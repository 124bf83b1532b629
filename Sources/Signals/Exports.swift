// A strategy file imports `Signals` alone: what a kernel of one's own is made of comes with it.
@_exported import Kernels
