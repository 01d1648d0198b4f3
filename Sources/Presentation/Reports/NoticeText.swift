public import CrossConnect
public import Flows

/// A notice about drafts, in a sentence.
public enum NoticeText {
  /// What becomes of the answers that no draft keeps, in phrases.
  static func lacking(_ typed: [FieldID], _ made: [FieldID], in draft: Draft) -> [String] {
    [("Type again", typed), ("Made anew", made)].compactMap { phrase, fields in
      let labels = fields.compactMap { draft.field($0)?.label }
      return labels.isEmpty ? nil : "\(phrase): \(labels.joined(separator: ", "))"
    }
  }

  /// The sentence; of a resumed draft with the labels that its fields have in the form.
  public static func sentence(_ notice: Notice, in draft: Draft) -> String {
    switch notice {
    case .resumed(let savedAt, let fields, let madeAnew):
      let sentences =
        ["Draft of \(savedAt.clockTime) resumed."]
        + lacking(fields, madeAnew, in: draft).map { "\($0)." }
      return sentences.joined(separator: " ")
    case .orderNotOffered(let sentAt):
      return "An order sent at \(sentAt.clockTime) has no known outcome; start vxc again to look."
    case .draftNotOffered(let savedAt):
      return "A draft of \(savedAt.clockTime) is kept; the next start offers it again."
    case .remembered:
      return "Filled in from your last order, where Telnyx still offers it."
    case .requestSaved(let path):
      return "Answers saved for --from: \(DisplayText.visible(path))"
    case .demoSavesNothing: return "The demo saves nothing."
    case .requestNotSaved(let failure): return "The answers were not saved: \(failure.reason)."
    case .draftNotRemoved(let failure): return "The draft could not be removed: \(failure.reason)."
    case .draftsNotKept(let failure): return "Drafts can't be kept: \(failure.reason)."
    case .draftUnreadable(let failure): return "A draft could not be read: \(failure.reason)."
    case .setAside(let file):
      let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
      let reason = file.isNewer ? "a newer vxc wrote it" : "it can't be read"
      return "A draft was set aside, since \(reason): \(DisplayText.visible(name))"
    case .inUse(1): return "Another vxc has a draft open; it is not offered here."
    case .inUse(let count):
      return "\(count) drafts are open in other vxc programs; they are not offered here."
    }
  }
}
