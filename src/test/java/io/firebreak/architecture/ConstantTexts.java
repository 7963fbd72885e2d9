package io.firebreak.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.FieldVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;

/** The texts that stand in the code of a class: constants, arguments, and what is joined with other texts. */
public final class ConstantTexts {

    private ConstantTexts() {}

    public static Set<String> of(String className) {
        Set<String> texts = new TreeSet<>();
        String file = "/" + className.replace('.', '/') + ".class";
        try (InputStream bytes = ConstantTexts.class.getResourceAsStream(file)) {
            new ClassReader(bytes).accept(new Texts(texts), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        return texts;
    }

    private static final class Texts extends ClassVisitor {

        private final Set<String> texts;

        Texts(Set<String> texts) {
            super(Opcodes.ASM9);
            this.texts = texts;
        }

        private void add(Object value) {
            if (value instanceof String text) {
                texts.add(text);
            }
        }

        @Override
        public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
            add(value);
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {

                @Override
                public void visitLdcInsn(Object value) {
                    add(value);
                }

                @Override
                public void visitInvokeDynamicInsn(String called, String type, Handle bootstrap, Object... arguments) {
                    for (Object argument : arguments) {
                        add(argument);
                    }
                }
            };
        }
    }
}
