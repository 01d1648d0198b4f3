internal import ArgumentParser

/// How the screen looks.
struct LookOptions: ParsableArguments {
  @Flag(help: "Draw with ASCII only.")
  var ascii = false
}
