import OneCallKit
import SwiftUI

/// A sentence below the heading.
struct LineView: View {
    let line: Line

    var body: some View {
        switch line.look {
        case .plain:
            VStack(spacing: 4) {
                Text(line.text).multilineTextAlignment(.center)
                more
            }
        case .quoted:
            Text(line.text).italic().padding().background(Color(.secondarySystemBackground)).cornerRadius(12)
        case .readOut:
            VStack(spacing: 8) {
                Text(line.text).multilineTextAlignment(.center)
                if let spoken = line.spoken {
                    // Never torn apart: what belongs together is said together.
                    Text(spoken).font(.largeTitle.bold()).lineLimit(1).minimumScaleFactor(0.5)
                }
                more
            }
            .padding()
            .frame(maxWidth: .infinity)
            .background(Color(.secondarySystemBackground))
            .cornerRadius(12)
            // The sentence has the words in it: read once.
            .accessibilityElement(children: .ignore)
            .accessibilityLabel(line.said)
        }
    }

    @ViewBuilder private var more: some View {
        if let more = line.more {
            Text(more).multilineTextAlignment(.center)
        }
    }
}

/// Where something is typed.
struct FieldView: View {
    let field: Field
    let act: @MainActor (Action) -> Void
    let draft: @MainActor (String) -> Void

    @State private var text = ""

    var body: some View {
        VStack(spacing: 12) {
            TextField(field.label, text: $text)
                .textFieldStyle(.roundedBorder)
                .font(.title3)
                .overlay(RoundedRectangle(cornerRadius: 6).stroke(field.isWrong ? Color.red : Color.clear))
                .textContentType(field.kind == .name ? .name : nil)
                .keyboardType(field.kind == .code ? .numbersAndPunctuation : .default)
                .autocapitalization(field.kind == .name ? .words : .none)
                .disableAutocorrection(true)
                .submitLabel(.go)
                .onSubmit(submit)
                .accessibilityLabel(field.label)
            SwiftUI.Button(field.submitLabel, action: submit)
                .buttonStyle(.bordered)
                .controlSize(.large)
                .disabled(text.isEmpty)
        }
        .onAppear { text = field.typed }
        .onChange(of: text) { text in
            if field.kind == .name { draft(text) }
        }
    }

    private func submit() {
        act(field.submit(text))
    }
}

/// One of several invitations.
struct ChoiceView: View {
    let choice: Choice
    let act: @MainActor (Action) -> Void

    var body: some View {
        SwiftUI.Button {
            act(choice.action)
        } label: {
            VStack(alignment: .leading, spacing: 4) {
                Text(choice.text)
                if let end = choice.end {
                    Text(end).bold()
                }
            }
            .frame(maxWidth: .infinity, alignment: .leading)
        }
        .buttonStyle(.bordered)
        .controlSize(.large)
    }
}

/// One thing that can be done.
struct ButtonView: View {
    let button: OneCallKit.Button
    let isPrimary: Bool
    let act: @MainActor (Action) -> Void

    var body: some View {
        if isPrimary || button.weight == .final {
            pressable.buttonStyle(.borderedProminent)
        } else {
            pressable.buttonStyle(.bordered)
        }
    }

    private var pressable: some View {
        SwiftUI.Button {
            act(button.action)
        } label: {
            HStack {
                if let art = button.art {
                    Image(systemName: art.symbol).accessibilityHidden(true)
                }
                Text(button.label).multilineTextAlignment(.center)
            }
            .frame(maxWidth: .infinity, minHeight: 32)
        }
        .controlSize(.large)
        .tint(button.weight == .final ? .red : nil)
    }
}
