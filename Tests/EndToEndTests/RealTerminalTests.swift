import FoundationEssentials
import TestSupport
import Testing

/// The program where people really run it: under `script`, in GNU screen, over ssh.
///
/// All but `script` belong to the whole matrix, on machines that have them.
@Suite struct RealTerminalTests {
  @Test(.enabled(if: InstalledProgram("script").isThere, "script is not installed"))
  func `under script`() async throws {
    let command = "\(try BuiltProgram.path) demo"
    try await ShellRun.open(["script", "-q", "-e", "-c", command, "/dev/null"]) { terminal in
      try await terminal.beginAndQuit()
    }
    Matrix.note("real terminal", "script", "usable, given back")
  }

  @Test(
    .enabled(if: Matrix.isWhole), .enabled(if: InstalledProgram("screen").isThere, "no screen"),
    arguments: ["screen", "screen-256color", "xterm-256color"])
  func `in GNU screen`(type: String) async throws {
    let script = """
      mkdir -m 700 sockets; echo "term \(type)" > screenrc
      SCREENDIR=$PWD/sockets exec screen -q -U -c screenrc "$@"
      """
    let command = ["sh", "-c", script, "sh", try BuiltProgram.path, "demo"]
    try await ShellRun.open(command, status: 0) { terminal in
      try await goThroughSizes(in: terminal)
      try await terminal.beginAndQuit()
    }
    Matrix.note("real terminal", "GNU screen", type, "usable, given back")
  }

  @Test(
    .enabled(if: Matrix.isWhole), .enabled(if: InstalledProgram("ssh").isThere, "no ssh"),
    .enabled(if: InstalledProgram("sshd").isThere, "no sshd"),
    .enabled(if: InstalledProgram("ssh-keygen").isThere, "no ssh-keygen"))
  func `over ssh`() async throws {
    let arguments = [InstalledProgram("sshd").path, "\(try BuiltProgram.path) demo"]
    try await ShellRun.open(["sh", "-c", Self.overSSH, "sh"] + arguments) { terminal in
      try await goThroughSizes(in: terminal)
      try await terminal.beginAndQuit()
    }
    Matrix.note("real terminal", "ssh", "usable, given back")
  }

  /// Lets ssh start a server of its own, with keys made for it; needs no port and no right but
  /// that to log in as oneself.
  ///
  /// A superuser's server wants a folder in /run, which it gets in a name space of its own.
  private static let overSSH = """
    ssh-keygen -q -t ed25519 -N '' -f host && ssh-keygen -q -t ed25519 -N '' -f user
    cat > server <<END
    HostKey $PWD/host
    AuthorizedKeysFile $PWD/user.pub
    StrictModes no
    UsePAM no
    PermitRootLogin yes
    PidFile none
    AcceptEnv LC_*
    END
    echo "exec $1 -i -f $PWD/server" > start
    if [ "$(id -u)" = 0 ]; then
      echo "mount -t tmpfs none /run; mkdir /run/sshd; exec $1 -i -f $PWD/server" > start
      start="unshare -m sh $PWD/start"
    fi
    exec ssh -F none -tt -i user -o ProxyCommand="${start:-sh $PWD/start}" -o SendEnv=LC_ALL \\
      -o StrictHostKeyChecking=no -o UserKnownHostsFile=known -o LogLevel=ERROR loopback "$2"
    """

  private func goThroughSizes(in terminal: TmuxSession) async throws {
    try await terminal.wait(for: "disaster-recovery")
    for entry in SizeCase.all where entry.size.columns >= 20 {
      try await terminal.resize(to: entry.size)
      try await terminal.expectRedrawn(to: entry)
    }
    try await terminal.resize(to: .standard)
    try await terminal.expectRedrawn(to: SizeCase.all[0])
  }
}
